import type { Browser, Locator, Page } from '@playwright/test';
import { type WebpFrame, toAnimatedWebp } from './animated-webp.ts';
import { compressChange } from './compress-change.ts';

/** A film of a page: each picture is taken when something has happened. A pointer shows what is clicked. */
export interface Film {
  /** Takes a picture that stays for some time. */
  readonly show: (milliseconds: number) => Promise<void>;
  /** Points at a button, a link or a row, and clicks it. */
  readonly click: (target: Locator) => Promise<void>;
  /** Types a text into a field, a few characters at a time. */
  readonly type: (target: Locator, text: string) => Promise<void>;
  /** All pictures as an animated WebP file. */
  readonly end: () => Promise<Buffer>;
}

const charactersAtOnce = 3;

/**
 * Starts a film of a page. A second, empty page compares the pictures and compresses what differs, because a browser has
 * an encoder.
 */
export async function startFilm(browser: Browser, page: Page): Promise<Film> {
  const size = page.viewportSize();
  if (size === null) throw new Error('The page has no size.');
  const editor = await browser.newPage();
  const frames: WebpFrame[] = [];
  let pointer = { x: size.width * 0.7, y: size.height * 0.85 };

  const show = async (milliseconds: number) => {
    const shot = await page.screenshot({ animations: 'disabled' });
    const change = await editor.evaluate(compressChange, {
      url: `data:image/png;base64,${shot.toString('base64')}`,
      pointer,
    });
    frames.push({ ...change, milliseconds, picture: Buffer.from(change.picture, 'base64') });
  };
  return {
    show,
    click: async (target) => {
      await target.scrollIntoViewIfNeeded();
      const box = await target.boundingBox();
      if (box === null) throw new Error('The target is not visible.');
      pointer = { x: box.x + Math.min(box.width / 2, 96), y: box.y + box.height / 2 };
      await show(800);
      await target.click();
    },
    type: async (target, text) => {
      await target.focus();
      for (let start = 0; start < text.length; start += charactersAtOnce) {
        await target.pressSequentially(text.slice(start, start + charactersAtOnce));
        await show(120);
      }
    },
    end: async () => {
      await editor.close();
      return toAnimatedWebp(size, frames);
    },
  };
}
