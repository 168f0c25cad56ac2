import type { Browser } from '@playwright/test';
import { startBreakingRelay } from './breaking-relay.ts';
import { appPort } from '../servers/ports.ts';
import type { Cleanup } from '../servers/cleanup.ts';

/** Opens a page whose connections to a server go through a relay that can break them. */
export async function openThroughRelay(
  browser: Browser,
  cleanup: Cleanup,
  origin = `http://localhost:${appPort}`,
) {
  const relay = await startBreakingRelay(origin);
  cleanup(relay.close);
  const page = await browser.newPage({ baseURL: relay.origin });
  cleanup(() => page.close());
  return { relay, page };
}
