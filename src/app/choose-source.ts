import type { QueryClient } from '@tanstack/react-query';
import { connectionSpecsQuery } from '../api/queries.ts';
import { readSpecInTime } from '../api/spec-in-time.ts';
import { type Access, readAccess } from '../session/access.tsx';
import { environmentQuery } from '../session/environment-query.ts';
import type { PlatformAnswers } from '../session/platform-answers.ts';
import { defineLive } from '../sources/live/define-live.ts';
import { type Definition, defineDocumented } from '../sources/live/definition.ts';
import { listOtherSources } from '../sources/other-sources.ts';
import { findEntryBySlug } from '../sources/source-index.ts';
import type { Store } from '../ui/form/store.ts';
import type { Wizards } from '../wizard/wizard.tsx';

export interface SourceContext {
  readonly queryClient: QueryClient;
  readonly wizards: Wizards;
  readonly platform: Store<PlatformAnswers>;
}

/**
 * The definition of the source with this slug. `unknown` when there is none, and `needsAccess` when only Adobe's list
 * can tell.
 */
export async function findDefinition(
  slug: string,
  { queryClient, wizards, platform }: SourceContext,
): Promise<Definition | 'unknown' | 'needsAccess'> {
  const open = wizards.find((source) => source.slug === slug);
  // A form with answers changes only on a click.
  if (open?.isTouched() === true) return open.definition;
  const access = readAccess(platform.get(), await queryClient.ensureQueryData(environmentQuery));
  const entry = findEntryBySlug(slug);
  if (entry === undefined) {
    if (access === null) return open?.definition ?? 'needsAccess';
    return findOther(slug, queryClient, access);
  }
  const builtIn = await entry.load();
  const spec = access === null ? null : await readSpecInTime(queryClient, access, entry.specId);
  return (spec === null ? null : defineLive(builtIn, spec, slug)) ?? defineDocumented(builtIn);
}

async function findOther(
  slug: string,
  queryClient: QueryClient,
  access: Access,
): Promise<Definition | 'unknown'> {
  const { items } = await queryClient.ensureQueryData(connectionSpecsQuery(access));
  const other = listOtherSources(items).find((one) => one.slug === slug);
  return (other === undefined ? null : defineLive(null, other.spec, slug)) ?? 'unknown';
}
