import type { Locator } from '@playwright/test';

/** The contrast and width of a control's border or focus outline. */
export interface Edge {
  /** The contrast with the surrounding colour, from 1 to 21. It is 0 when there is no edge. */
  readonly contrast: number;
  /** In pixels. */
  readonly width: number;
}

/** Measures the border of a control, of the nearest box around it, or of the drawing in its label. */
export function measureEdge(control: Locator): Promise<Edge> {
  return control.evaluate(findEdge, 'border' as const);
}

/** Measures the focus outline of the control or of the nearest box around it. */
export function measureFocusRing(control: Locator): Promise<Edge> {
  return control.evaluate(findEdge, 'outline' as const);
}

/** Runs in the page. */
function findEdge(control: Element, kind: 'border' | 'outline'): Edge {
  const edgeOf = (element: Element) => {
    const computed = getComputedStyle(element);
    return kind === 'border'
      ? { style: computed.borderTopStyle, width: computed.borderTopWidth, color: computed.borderTopColor }
      : { style: computed.outlineStyle, width: computed.outlineWidth, color: computed.outlineColor };
  };
  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('The canvas has no 2D context.');
  /** Red, green, blue and opacity, from 0 to 255. */
  const read = (color: string) => {
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = color;
    context.fillRect(0, 0, 1, 1);
    return [...context.getImageData(0, 0, 1, 1).data];
  };
  // The relative luminance as defined in WCAG 2.2.
  const luminance = (color: string) => {
    const [red = 0, green = 0, blue = 0] = read(color)
      .map((part) => part / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const around: Element[] = [];
  for (let element: Element | null = control; element !== null; element = element.parentElement) {
    around.push(element);
  }
  // The drawing in a label represents the control, which exists but is not visible.
  const label = control.closest('label');
  const candidates =
    label === null ? around : [...label.querySelectorAll('*')].filter(({ tagName }) => tagName !== 'INPUT');
  const edged = candidates.find((element) => {
    const { style, width } = edgeOf(element);
    return style !== 'none' && Number.parseFloat(width) > 0;
  });
  if (edged === undefined) return { contrast: 0, width: 0 };
  const { width, color: own } = edgeOf(edged);
  // A transparent edge shows the background of its element.
  const color = read(own)[3] === 0 ? getComputedStyle(edged).backgroundColor : own;
  let behind: Element | null = edged.parentElement;
  while (behind !== null && read(getComputedStyle(behind).backgroundColor)[3] !== 255) {
    behind = behind.parentElement;
  }
  const [light, dark] = [
    luminance(color),
    luminance(behind === null ? 'Canvas' : getComputedStyle(behind).backgroundColor),
  ].toSorted((one, other) => other - one);
  return { contrast: ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05), width: Number.parseFloat(width) };
}
