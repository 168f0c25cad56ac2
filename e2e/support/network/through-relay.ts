import type { Browser } from '@playwright/test';
import { startBreakingRelay } from './breaking-relay.ts';
import { appPort } from '../servers/ports.ts';
import type { WhenOver } from '../servers/when-over.ts';

/** A page whose connections to a server go through a relay that breaks them. */
export async function openThroughRelay(
  browser: Browser,
  whenOver: WhenOver,
  origin = `http://localhost:${appPort}`,
) {
  const relay = await startBreakingRelay(origin);
  whenOver(relay.close);
  const page = await browser.newPage({ baseURL: relay.origin });
  whenOver(() => page.close());
  return { relay, page };
}
