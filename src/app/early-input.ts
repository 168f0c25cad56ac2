/** What a user can operate, besides fields. */
const operable = 'a[href], button';

export interface EarlyInput {
  /** Reads all fields. Call it right before the script draws, which may empty them. */
  readonly read: () => void;
  /** Stops recording, and repeats what the user did. Call it when the page is interactive. */
  readonly repeat: () => Promise<void>;
}

/**
 * Keeps what the user does on a page that the server drew until it is interactive: typed text, which React does not
 * notice, and since the script started also clicks and a text that is pasted outside of the fields.
 */
export function keepEarlyInput(container: HTMLElement): EarlyInput {
  const typed = new Map<HTMLInputElement, Typed>();
  const clicked = new Set<HTMLElement>();
  let pasted: DataTransfer | null = null;
  const onInput = ({ target }: Pick<Event, 'target'>) => {
    if (!(target instanceof HTMLInputElement)) return;
    const { value: text, selectionStart, selectionEnd } = target;
    typed.set(target, { text, selection: [selectionStart, selectionEnd] });
  };
  const onClick = (event: Event) => {
    const pressed = event.target instanceof Element ? event.target.closest<HTMLElement>(operable) : null;
    if (pressed === null) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    clicked.add(pressed);
  };
  const onPaste = ({ target, clipboardData }: ClipboardEvent) => {
    if (target instanceof HTMLInputElement) return;
    // The event loses its text when it ends.
    pasted = new DataTransfer();
    pasted.setData('text', clipboardData?.getData('text') ?? '');
  };
  document.addEventListener('paste', onPaste);
  container.addEventListener('input', onInput, true);
  container.addEventListener('click', onClick, true);
  return {
    read() {
      for (const field of container.querySelectorAll('input')) {
        if (field.value !== field.defaultValue) onInput({ target: field });
      }
    },
    async repeat() {
      // React ignores input events while it finishes a page.
      await Promise.resolve();
      document.removeEventListener('paste', onPaste);
      container.removeEventListener('input', onInput, true);
      container.removeEventListener('click', onClick, true);
      container.removeAttribute('data-waiting');
      for (const [field, one] of typed) {
        // The script may have drawn another page, for example with what the tab has kept.
        const now = field.isConnected ? field : container.querySelector(`input[name="${field.name}"]`);
        if (now instanceof HTMLInputElement) typeInto(now, one);
      }
      for (const pressed of clicked) (pressed.isConnected ? pressed : findSame(container, pressed))?.click();
      if (pasted === null) return;
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: pasted, bubbles: true }));
    },
  };
}

/** The link or button that a page drawn by the script has in the place of another. */
function findSame(container: HTMLElement, pressed: HTMLElement): HTMLElement | undefined {
  return [...container.querySelectorAll<HTMLElement>(operable)].find(
    (one) =>
      one.textContent === pressed.textContent &&
      ['href', 'aria-label'].every((name) => one.getAttribute(name) === pressed.getAttribute(name)),
  );
}

interface Typed {
  readonly text: string;
  readonly selection: readonly [start: number | null, end: number | null];
}

/** As if the user typed it now. React compares with the text that it saw last, so the field is emptied first. */
function typeInto(field: HTMLInputElement, { text, selection }: Typed): void {
  for (const value of ['', text]) {
    // Not through the property of the element, which React has replaced to learn what the script sets.
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, value);
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
  if (document.activeElement === field) field.setSelectionRange(...selection);
}
