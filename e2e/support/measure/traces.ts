import type { Page } from '@playwright/test';

interface Traces {
  readonly traces: readonly string[];
  /** The origins of all requests. */
  readonly origins: ReadonlySet<string>;
  /** Adds the page's current state outside its own memory, such as its storage. */
  readonly look: () => Promise<void>;
}

/** Collects all data that a page leaves where others can read it. */
export function collectTraces(page: Page): Traces {
  const traces: string[] = [];
  const origins = new Set<string>();
  page.on('request', (request) => {
    traces.push(`request ${request.url()}`);
    if (!/^(?:data|blob):/.test(request.url())) origins.add(new URL(request.url()).origin);
  });
  page.on('console', (message) => traces.push(`console ${message.text()}`));
  page.on('pageerror', (error) => traces.push(`error ${String(error)} ${error.stack ?? ''}`));
  page.on('framenavigated', (frame) => traces.push(`address ${frame.url()}`));

  return {
    traces,
    origins,
    look: async () => {
      traces.push(`title ${await page.title()}`);
      traces.push(`stored ${JSON.stringify(await page.context().storageState({ indexedDB: true }))}`);
      const held = await page.evaluate(async () => ({
        session: Object.entries(sessionStorage),
        history: JSON.stringify(history.state),
        caches: await caches.keys(),
        windowName: window.name,
      }));
      traces.push(`held ${JSON.stringify(held)}`);
    },
  };
}

/** The content of the page's elements: the markup and the field values. */
export async function readDocument(page: Page): Promise<string> {
  const values = await page.evaluate(() =>
    [...document.querySelectorAll('input, textarea')].map((field) => 'value' in field && field.value),
  );
  return `${await page.content()} ${values.join(' ')}`;
}
