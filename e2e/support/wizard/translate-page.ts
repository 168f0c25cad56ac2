import type { Page } from '@playwright/test';

/**
 * Changes the page as a browser's translator does: each text node is replaced by nested `<font>` elements, also when
 * texts arrive later. The words stay the same.
 */
export async function translatePage(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const translate = () => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const texts: Node[] = [];
      while (walker.nextNode()) texts.push(walker.currentNode);
      for (const text of texts) {
        const { parentElement, textContent } = text;
        if (parentElement === null || textContent?.trim() === '') continue;
        if (parentElement.closest('font, script, style, svg, textarea') !== null) continue;
        const outer = document.createElement('font');
        outer.append(document.createElement('font'));
        outer.firstElementChild?.append(textContent ?? '');
        text.parentNode?.replaceChild(outer, text);
      }
    };
    document.addEventListener('DOMContentLoaded', () => {
      translate();
      new MutationObserver(translate).observe(document.body, {
        childList: true,
        subtree: true,
        characterData: true,
      });
    });
  });
}
