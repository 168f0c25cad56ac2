/** What a user can operate, besides fields. */
const operable = 'a[href], button';

export interface EarlyInput {
  /** Reads all fields. Call it right before the script draws, which may empty them. */
  readonly read: () => void;
  /** Ends it, and repeats what the user did. Call it when the page answers. */
  readonly repeat: () => Promise<void>;
}

/**
 * Keeps what the user does on a page that the server drew until the script answers: typed text, which React does not
 * notice, and clicks since the script started.
 */
export function keepEarlyInput(container: HTMLElement): EarlyInput {
  const typed = new Map<HTMLInputElement, Typed>();
  const clicked = new Set<HTMLElement>();
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
  container.addEventListener('input', onInput, true);
  container.addEventListener('click', onClick, true);
  return {
    read() {
      for (const field of container.querySelectorAll('input')) {
        if (field.value !== field.defaultValue) onInput({ target: field });
      }
    },
    async repeat() {
      // React takes no input while it finishes a page.
      await Promise.resolve();
      container.removeEventListener('input', onInput, true);
      container.removeEventListener('click', onClick, true);
      container.removeAttribute('data-waiting');
      for (const [field, one] of typed) {
        // The script may have drawn another page, for example with what the tab has kept.
        const now = field.isConnected ? field : container.querySelector(`input[name="${field.name}"]`);
        if (now instanceof HTMLInputElement) typeInto(now, one);
      }
      for (const pressed of clicked) pressed.click();
    },
  };
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
