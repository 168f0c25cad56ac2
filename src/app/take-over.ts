import { flushSync } from 'react-dom';

/** What a user can operate. */
const operable = 'a[href], button, input, textarea';

/**
 * Draws the page in place of the one that the server rendered, and repeats there what the user did before: typed text,
 * the focus with the selection, the scroll position, and the clicks since the script started.
 */
export function watchFirstPage(container: HTMLElement) {
  if (container.firstElementChild === null) return { takeOver: (draw: () => void) => draw() };
  const clicked: string[] = [];
  const onClick = (event: MouseEvent) => {
    const pressed = [...listOperable(container)].find(
      ([, element]) => event.target instanceof Node && element.contains(event.target),
    );
    if (pressed === undefined) return;
    event.preventDefault();
    clicked.push(pressed[0]);
  };
  container.addEventListener('click', onClick);
  return {
    takeOver(draw: () => void): void {
      const { scrollX, scrollY } = window;
      const [focused, selection] = readFocus(container);
      const typed = takeTyped(container);
      // In one step, so that no key reaches a field that is about to be replaced.
      flushSync(draw);
      container.removeEventListener('click', onClick);
      container.removeAttribute('data-waiting');
      const drawn = listOperable(container);
      for (const [key, text] of typed) typeInto(drawn.get(key), text);
      const field = focused === null ? undefined : drawn.get(focused);
      field?.focus({ preventScroll: true });
      if (selection !== null && field instanceof HTMLInputElement) field.setSelectionRange(...selection);
      window.scrollTo(scrollX, scrollY);
      for (const key of clicked) drawn.get(key)?.click();
    },
  };
}

/** By what they are to the user, because the two pages may differ around them. */
function listOperable(container: HTMLElement): ReadonlyMap<string, HTMLElement> {
  const found = new Map<string, HTMLElement>();
  for (const element of container.querySelectorAll<HTMLElement>(operable)) {
    const name = element.getAttribute('name') ?? element.ariaLabel ?? element.textContent;
    let key = `${element.localName} ${name}`;
    while (found.has(key)) key += ' again';
    found.set(key, element);
  }
  return found;
}

/** The text of every field that the user changed. The fields are emptied, because one of them is for a secret. */
function takeTyped(container: HTMLElement): ReadonlyMap<string, string> {
  const typed = new Map<string, string>();
  for (const [key, field] of listOperable(container)) {
    if (!(field instanceof HTMLInputElement) || field.value === field.defaultValue) continue;
    typed.set(key, field.value);
    field.value = '';
  }
  return typed;
}

type Selection = [start: number, end: number];

function readFocus(container: HTMLElement): [focused: string | null, selection: Selection | null] {
  const { activeElement: focused } = document;
  const [key] = [...listOperable(container)].find(([, element]) => element === focused) ?? [null];
  if (!(focused instanceof HTMLInputElement)) return [key, null];
  const { selectionStart, selectionEnd } = focused;
  return [key, selectionStart === null || selectionEnd === null ? null : [selectionStart, selectionEnd]];
}

/** As if the user typed it. React notices only a value that was not set through the property of the element. */
function typeInto(field: HTMLElement | undefined, text: string): void {
  if (!(field instanceof HTMLInputElement)) return;
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, text);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
