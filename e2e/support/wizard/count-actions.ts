import type { Page } from '@playwright/test';

interface Actions {
  /** What was activated, in order, by its words. */
  readonly clicked: readonly string[];
  /** The labels of the fields typed into, in order. */
  readonly typed: readonly string[];
}

/**
 * Counts what a person does on a page from its next load on: activations by pointer or Enter, and the fields typed into.
 * Only events that the browser itself made count, so nothing a script fills in or clicks.
 */
export async function countActions(page: Page): Promise<Actions> {
  const clicked: string[] = [];
  const typed: string[] = [];
  let lastTyped: string | null = null;
  await page.exposeFunction('noteClick', (name: string) => {
    clicked.push(name);
    lastTyped = null;
  });
  await page.exposeFunction('noteTyping', (name: string) => {
    // Every key makes an event; a value is typed once.
    if (lastTyped !== name) typed.push(name);
    lastTyped = name;
  });
  await page.addInitScript(() => {
    addEventListener(
      'click',
      ({ isTrusted, target }) => {
        // A click into a field is moving to it.
        if (
          !isTrusted ||
          !(target instanceof Element) ||
          target.closest('input[type=text], input[type=password]')
        )
          return;
        window.noteClick(target.closest('a, button, label')?.textContent ?? target.tagName);
      },
      { capture: true },
    );
    addEventListener(
      'input',
      ({ isTrusted, target }) => {
        if (isTrusted && target instanceof HTMLInputElement)
          window.noteTyping(target.labels?.[0]?.textContent ?? target.name);
      },
      { capture: true },
    );
  });
  return { clicked, typed };
}

declare global {
  interface Window {
    noteClick: (name: string) => void;
    noteTyping: (name: string) => void;
  }
}
