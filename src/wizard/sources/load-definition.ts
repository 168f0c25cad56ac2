import type { QueryClient } from '@tanstack/react-query';
import { readSpecInTime } from '../../api/spec-in-time.ts';
import type { Access } from '../../session/access.tsx';
import { defineLive } from '../../sources/live/define-live.ts';
import { type Definition, defineDocumented } from '../../sources/live/definition.ts';
import type { SourceEntry } from '../../sources/source-index.ts';

/** Adobe's current definition of a documented source, or the documented one when the other cannot be read in time. */
export async function loadDefinition(
  { load, specId, slug }: SourceEntry,
  queryClient: QueryClient,
  access: Access | null,
): Promise<Definition> {
  const builtIn = await load();
  const spec = access === null ? null : await readSpecInTime(queryClient, access, specId);
  return (spec === null ? null : defineLive(builtIn, spec, slug)) ?? defineDocumented(builtIn);
}
