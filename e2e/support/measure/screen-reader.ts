import { type Page, expect } from '@playwright/test';
import { expectFocus } from './focus.ts';

/** A node of the accessibility tree as the browser passes it to assistive technology. */
export interface Reading {
  readonly role: string;
  readonly name: string;
  readonly description: string;
  readonly value: string;
  readonly isInvalid: boolean;
  readonly isFocused: boolean;
  readonly nodeId: number;
}

export type ScreenReader = Awaited<ReturnType<typeof startScreenReader>>;

/**
 * Uses a page like a blind user: with the accessibility tree, the keyboard and the announcements. It knows roles,
 * names and descriptions, but not the structure or the appearance of the page.
 */
export async function startScreenReader(page: Page) {
  const heard: string[] = [];
  const said: readonly string[] = heard;
  await page.exposeFunction('say', (text: string) => heard.push(text));
  await page.addInitScript(listen);
  const browser = await page.context().newCDPSession(page);

  async function readAll(): Promise<readonly Reading[]> {
    const { nodes } = await browser.send('Accessibility.getFullAXTree');
    return nodes
      .filter(({ ignored }) => !ignored)
      .map(({ role, name, description, value, properties, backendDOMNodeId }) => {
        const has = (property: string) =>
          properties?.some((one) => one.name === property && /^true$/.test(String(one.value.value))) === true;
        return {
          role: String(role?.value ?? ''),
          name: String(name?.value ?? ''),
          description: String(description?.value ?? ''),
          value: String(value?.value ?? ''),
          isInvalid: has('invalid'),
          isFocused: has('focused'),
          nodeId: backendDOMNodeId ?? 0,
        };
      });
  }
  async function find(role: string, name: string) {
    const matching = async () => (await readAll()).filter((one) => one.role === role && one.name === name);
    await expect.poll(async () => (await matching()).length, { message: `${role} “${name}”` }).toBe(1);
    const [found] = await matching();
    if (found === undefined) throw new Error(`${role} “${name}” disappeared.`);
    return found;
  }
  async function moveTo(role: string, name: string) {
    const { nodeId } = await find(role, name);
    await browser.send('DOM.focus', { backendNodeId: nodeId });
  }
  return {
    /** All announcements so far, in order. */
    said,
    read: (role: string, name: string): Promise<Reading> => find(role, name),
    /** Presses a button or follows a link, and expects that the focus is not lost. */
    activate: async (role: 'button' | 'link', name: string) => {
      await moveTo(role, name);
      await page.keyboard.press('Enter');
      await expectFocus(page, `${role} “${name}”`);
    },
    enter: async (field: string, text: string) => {
      await moveTo('textbox', field);
      await page.keyboard.press('ControlOrMeta+A');
      await page.keyboard.insertText(text);
    },
    /** Waits until the element has the focus. It is read out next. */
    expectFocused: async (role: string, name: string): Promise<Reading> => {
      await expect
        .poll(
          async () => {
            // The page itself is focused too.
            const focused = (await readAll()).filter((one) => one.isFocused && one.role !== 'RootWebArea');
            return focused.map((one) => `${one.role} “${one.name}”`);
          },
          // The result of a lost answer takes some time to appear.
          { message: 'focused element' },
        )
        .toEqual([`${role} “${name}”`]);
      return find(role, name);
    },
  };
}

declare global {
  interface Window {
    say: (text: string) => void;
  }
}

/**
 * Runs in the page before its own scripts. Records what screen readers announce when live regions change. Content
 * that is added together with its region is announced only for an alert.
 */
function listen() {
  const known = new WeakSet<Element>();
  const liveSelector = '[role=status], [role=alert], [role=log], [aria-live=polite], [aria-live=assertive]';
  const words = (node: Node) =>
    (node instanceof HTMLElement ? node.innerText : (node.textContent ?? '')).replaceAll(/\s+/g, ' ').trim();
  const isHidden = (element: Element) => element.closest('[aria-hidden=true], [inert]') !== null;
  const remember = () => {
    for (const region of document.querySelectorAll(liveSelector)) known.add(region);
  };
  const observer = new MutationObserver((changes) => {
    // What the server sends is the page itself, even if it arrives in parts.
    if (document.readyState === 'loading') {
      remember();
      return;
    }
    const changed = new Set<Element>();
    for (const { target, addedNodes } of changes) {
      const element = target instanceof Element ? target : target.parentElement;
      const region = element?.closest(liveSelector) ?? null;
      if (region !== null && known.has(region)) {
        // A log announces only new content, and other regions announce all of it.
        if (region.getAttribute('role') === 'log')
          for (const text of [...addedNodes].map(words)) if (text !== '') window.say(text);
        if (region.getAttribute('role') !== 'log') changed.add(region);
      }
      for (const node of addedNodes) {
        if (!(node instanceof Element)) continue;
        for (const alert of [node, ...node.querySelectorAll('*')]) {
          if (alert.getAttribute('role') === 'alert') changed.add(alert);
        }
      }
    }
    for (const region of changed) {
      if (region.isConnected && !isHidden(region) && words(region) !== '') window.say(words(region));
    }
    remember();
  });
  observer.observe(document, { childList: true, subtree: true, characterData: true });
  document.addEventListener(
    'readystatechange',
    () => {
      observer.takeRecords();
      remember();
    },
    { once: true },
  );
}
