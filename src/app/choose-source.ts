import type { QueryClient } from '@tanstack/react-query';
import { notFound, redirect } from '@tanstack/react-router';
import { connectionSpecsQuery } from '../api/queries.ts';
import { type Access, readAccess } from '../session/access.tsx';
import { environmentQuery } from '../session/environment-query.ts';
import { paths, toSourceAddress } from '../session/paths.ts';
import type { PlatformAnswers } from '../session/platform-answers.ts';
import { defineLive } from '../sources/live/define-live.ts';
import { redefineAnswers } from '../source-form/answers/redefine-answers.ts';
import { type Definition, defineDocumented } from '../sources/live/definition.ts';
import { listOtherSources } from '../sources/other-sources.ts';
import { findEntryBySlug } from '../sources/source-index.ts';
import { loadDefinition } from '../wizard/sources/load-definition.ts';
import { loadChoice } from '../wizard/stored-choice.ts';
import type { Store } from '../ui/form/store.ts';
import type { Wizards } from '../wizard/wizard.tsx';

export interface SourceContext {
  readonly queryClient: QueryClient;
  readonly wizards: Wizards;
  readonly platform: Store<PlatformAnswers>;
}

/** Chooses the source of an address. An address that no source has is not found. */
export async function chooseSource(slug: string, context: SourceContext): Promise<void> {
  const definition = await findDefinition(slug, context);
  if (definition === 'unknown') throw notFound();
  if (definition === 'needsAccess') {
    throw redirect({ to: paths.platform, search: { next: toSourceAddress({ slug }) } });
  }
  context.wizards.choose(definition, redefineAnswers);
}

/**
 * The definition of the source with this slug. `unknown` when there is none, and `needsAccess` when only Adobe's list
 * can tell.
 */
async function findDefinition(
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
  return loadDefinition(entry, queryClient, access);
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

/** Makes the source that a tab chose before its reload; null when that is no longer possible. */
export async function restoreChoice(storage: Storage | null): Promise<Definition | null> {
  const choice = loadChoice(storage);
  if (choice === null) return null;
  const { slug, spec } = choice;
  const builtIn = (await findEntryBySlug(slug)?.load()) ?? null;
  if (spec !== null) return defineLive(builtIn, spec, slug);
  return builtIn === null ? null : defineDocumented(builtIn);
}
