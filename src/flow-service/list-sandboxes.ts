import type { ReadList } from './schemas/lenient.ts';
import type { Sandbox } from './schemas/sandbox.ts';
import { type Transport, send } from './send.ts';

export interface SandboxList extends ReadList<Sandbox> {
  /** Whether there are more sandboxes, which were not or could not be read. */
  readonly hasMore: boolean;
}

/** The default page size of the sandbox service, and the largest size that is requested. */
const sandboxPageSize = 50;
const mostSandboxPages = 40;

/**
 * Every sandbox that the caller can see, read page by page, without duplicate names; at most 2,000.
 * @throws As {@link send} does.
 */
export async function listSandboxes(transport: Transport, signal?: AbortSignal): Promise<SandboxList> {
  const all = new Map<string, Sandbox>();
  let unreadable = 0;
  let offset = 0;
  let hasMore = false;
  for (let page = 0; page < mostSandboxPages; page += 1) {
    const { sandboxes, _links } = await send(transport, {
      endpoint: 'listSandboxes',
      sandbox: null,
      // The service requires both parameters or neither.
      query: [
        ['limit', String(sandboxPageSize)],
        ['offset', String(offset)],
      ],
      signal,
    });
    const known = all.size;
    for (const sandbox of sandboxes.items) if (!all.has(sandbox.name)) all.set(sandbox.name, sandbox);
    unreadable += sandboxes.unreadable;
    offset += sandboxes.items.length + sandboxes.unreadable;
    // A service that ignores the offset returns the same page forever.
    const isStuck = all.size === known && sandboxes.unreadable === 0;
    hasMore = Boolean(_links?.next);
    if (!hasMore || isStuck) break;
  }
  return { items: [...all.values()], unreadable, hasMore };
}
