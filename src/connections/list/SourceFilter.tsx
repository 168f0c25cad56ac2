import { useQuery } from '@tanstack/react-query';
import { connectionSpecsQuery } from '../../api/queries.ts';
import type { Access } from '../../session/access.tsx';
import { listOtherSources } from '../../sources/other-sources.ts';
import { sourceIndex } from '../../sources/source-index.ts';
import { ChoiceMenu } from '../../ui/ChoiceMenu.tsx';

interface SourceFilterProps {
  readonly access: Access;
  /** The chosen connection spec, or null for all sources. */
  readonly specId: string | null;
  /** Called without a value for all sources. */
  readonly onChoose: (specId?: string) => void;
}

/** Chooses the source whose connections are listed. */
export function SourceFilter({ access, specId, onChoose }: SourceFilterProps) {
  const { data } = useQuery(connectionSpecsQuery(access));
  const known = [
    { id: all, label: 'All sources' },
    ...sourceIndex.map(({ specId: id, name: label }) => ({ id, label })),
    ...listOtherSources(data?.items ?? []).map(({ name: label, spec }) => ({ id: spec.id, label })),
  ];
  const chosen = specId ?? all;
  // An address may name a source that is not in the list.
  const options = known.some(({ id }) => id === chosen) ? known : [...known, { id: chosen, label: chosen }];
  return (
    <ChoiceMenu
      label="Source"
      options={options}
      chosen={chosen}
      onChoose={(id) => (id === all ? onChoose() : onChoose(id))}
    />
  );
}

const all = 'all';
