import type { Page } from '@playwright/test';

interface Traces {
  readonly traces: readonly string[];
  /** Where requests went. */
  readonly origins: ReadonlySet<string>;
  /** Adds what the page holds at this moment outside its own memory. */
  readonly look: () => Promise<void>;
}

/** Collects, from now on, everything a page leaves behind where others can read it. */
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

/** Everything that the page's elements hold: their markup, and what stands in its fields. */
export async function readDocument(page: Page): Promise<string> {
  const values = await page.evaluate(() =>
    [...document.querySelectorAll('input, textarea')].map((field) => 'value' in field && field.value),
  );
  return `${await page.content()} ${values.join(' ')}`;
}
