import type { Page } from '@playwright/test';

interface Actions {
  /** The labels of the activated elements, in order. */
  readonly clicked: readonly string[];
  /** The labels of the fields typed into, in order. */
  readonly typed: readonly string[];
}

/**
 * Counts a user's actions from the next load of the page: activations by pointer or Enter, and fields typed into.
 * Only trusted events count, so scripts that fill in or click are ignored.
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
    // Every key fires an event, but a value counts once.
    if (lastTyped !== name) typed.push(name);
    lastTyped = name;
  });
  await page.addInitScript(() => {
    addEventListener(
      'click',
      ({ isTrusted, target }) => {
        // A click into a field only moves the focus.
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
