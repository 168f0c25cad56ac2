import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { connectionSpecsQuery } from '../../api/queries.ts';
import { defineLive } from '../../sources/live/define-live.ts';
import { listOtherSources } from '../../sources/other-sources.ts';
import { useAccess, usePlatformAnswers } from '../../session/access.tsx';
import { useEnvironment } from '../../session/environment-query.ts';
import { toSourceAddress } from '../../session/paths.ts';
import { redefineAnswers } from '../../source-form/answers/redefine-answers.ts';
import { findEntryBySlug } from '../../sources/source-index.ts';
import { loadDefinition } from '../sources/load-definition.ts';
import { useWizards } from '../wizard.tsx';
import { mergeAnswers, toOfferedRows } from './import-rows.ts';
import { toFillRemarks } from './fill-remarks.ts';
import { chooseNamedMethod, readPasted } from './read-pasted.ts';

/**
 * Chooses the source of a pasted text, fills in what the text has, and opens the step of the source. Of several
 * connections of the source, the one at the place `chosen` is filled in.
 */
export function useImportInto() {
  const wizards = useWizards();
  const queryClient = useQueryClient();
  const platform = usePlatformAnswers();
  const environment = useEnvironment();
  const navigate = useNavigate();
  const access = useAccess();
  const findDefinition = async (slug: string) => {
    const entry = findEntryBySlug(slug);
    if (entry !== undefined) return loadDefinition(entry, queryClient, access);
    if (access === null) return null;
    // The dialog found the source in the same list.
    const { items } = await queryClient.ensureQueryData(connectionSpecsQuery(access));
    const other = listOtherSources(items).find((one) => one.slug === slug);
    return other === undefined ? null : defineLive(null, other.spec, slug);
  };
  return async (text: string, slug: string, chosen: number): Promise<void> => {
    const open = wizards.find((source) => source.slug === slug);
    // A form with answers keeps its definition.
    const kept = open?.isTouched() === true ? open.definition : null;
    const definition = kept ?? (await findDefinition(slug));
    if (definition === null) return;
    wizards.choose(definition, redefineAnswers);
    const { source: offered, answers } = wizards.current();
    const source = chooseNamedMethod(text, offered, chosen);
    const held = {
      platform: platform.latest(),
      source: { ...answers.latest(), authMethod: source.authMethod.specName },
    };
    const result = readPasted(text, source, chosen);
    const { fillRemarks } = wizards.current();
    fillRemarks.set(result.kind === 'otherSource' ? null : toFillRemarks(result, slug));
    if (result.kind !== 'otherSource' && result.kind !== 'refused') {
      const rows = toOfferedRows(source, held, result.found, { environment, keepsAccess: true });
      const merged = mergeAnswers(source, held, rows);
      platform.set(merged.platform);
      answers.reset(merged.source);
    }
    await navigate({ to: toSourceAddress({ slug }) });
  };
}
