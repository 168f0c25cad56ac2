import { gatewayBasePath } from '../../flow-service/endpoints.ts';
import { jsonAnswer } from '../answer.ts';
import type { Call, Operation } from '../operation.ts';
import { sandboxServiceRefusal } from '../refusal.ts';
import { type StoredSandbox, sandboxes, toSandboxItem } from '../sandboxes.ts';

/** `GET /sandbox-management/` (SBX): the sandboxes that the caller may use. */
export const listSandboxes: Operation = (call) => pageOfSandboxes(sandboxes, call, '/');

/** `GET /sandbox-management/sandboxes` (SBX): the same for administrators, as every caller is here. */
export const listAllSandboxes: Operation = (call) => pageOfSandboxes(sandboxes, call, '/sandboxes');

/**
 * One page of sandboxes. `limit` and `offset` must be sent together; the defaults are 50 and 0 (SBX appendix). The
 * links are absolute, as in the samples.
 */
export function pageOfSandboxes(
  all: readonly StoredSandbox[],
  { query, origin }: Pick<Call, 'query' | 'origin'>,
  path: '/' | '/sandboxes',
) {
  const limit = readWhole(query.get('limit') ?? '50');
  const offset = readWhole(query.get('offset') ?? '0');
  // The number of this code is undocumented.
  if (query.has('limit') !== query.has('offset') || limit === null || limit === 0 || offset === null) {
    throw sandboxServiceRefusal(
      'SMS-1000-400',
      'limit and offset must be whole numbers and must be used together.',
    );
  }
  const page = all.slice(offset, offset + limit);
  const address = `${origin}${gatewayBasePath}/sandbox-management${path}`;
  const next = offset + limit;
  return {
    answer: jsonAnswer(200, {
      sandboxes: page.map((sandbox) => toSandboxItem(sandbox)),
      _page: { limit, count: page.length },
      _links: {
        page: { href: `${address}?limit={limit}&offset={offset}`, templated: true },
        ...(next < all.length && { next: { href: `${address}?limit=${limit}&offset=${next}` } }),
        ...(offset > 0 && {
          prev: { href: `${address}?limit=${limit}&offset=${Math.max(0, offset - limit)}` },
        }),
      },
    }),
  };
}

function readWhole(text: string): number | null {
  return /^\d{1,9}$/.test(text) ? Number(text) : null;
}
