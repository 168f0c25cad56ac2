import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { skipToken, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useMemo, useState } from 'react';
import { connectionSpecsQuery } from '../../api/queries.ts';
import { useAccess } from '../../session/access.tsx';
import { Page } from '../../ui/layout/Page.tsx';
import { Section } from '../../ui/layout/Section.tsx';
import { Status } from '../../ui/layout/Status.tsx';
import { SearchInput } from '../../ui/SearchInput.tsx';
import { searchByWords } from '../../ui/search-by-words.ts';
import { SourceCards } from './SourceCards.tsx';
import { type OfferedSource, listBuiltIn, listOthers } from './offered-sources.ts';

/** The page on which the user chooses the source of the connection. */
export function SourcesPage() {
  const access = useAccess();
  const [search, setSearch] = useState('');
  const searched = useDeferredValue(search);
  const { data, isError } = useQuery(
    access === null ? { queryKey: ['connectionSpecs'], queryFn: skipToken } : connectionSpecsQuery(access),
  );
  const specs = data?.items ?? null;
  const builtIn = useMemo(() => listBuiltIn(specs), [specs]);
  const others = useMemo(() => listOthers(specs ?? []), [specs]);
  const found = find(builtIn, searched);
  const foundOthers = find(others, searched);
  return (
    <Page
      heading="Choose a source"
      lead="Choose what to connect. Your values for other sources are kept."
      hasErrors={false}
      isWide
    >
      <div className={style({ display: 'flex', flexDirection: 'column', gap: 24 })}>
        <div className={style({ maxWidth: 768 })}>
          <SearchInput
            label="Search sources"
            help="Name, category or authentication."
            text={search}
            onText={setSearch}
          />
        </div>
        <Status>
          {[
            describeCount(found.length + foundOthers.length, builtIn.length + others.length, searched),
            describeAvailability(access !== null, specs !== null, isError),
          ]
            .join(' ')
            .trim()}
        </Status>
        {found.length > 0 && (
          <Section heading="Databases" lead={null} action={null}>
            <SourceCards label="Databases" sources={found} />
          </Section>
        )}
        {foundOthers.length > 0 && (
          <Section
            heading="Other sources"
            lead="Adobe also lists these sources. Their forms are generated from Adobe’s definition."
            action={null}
          >
            <SourceCards label="Other sources" sources={foundOthers} />
          </Section>
        )}
      </div>
    </Page>
  );
}

function find(sources: readonly OfferedSource[], search: string): readonly OfferedSource[] {
  return searchByWords(sources, search, ({ name, category, methods }) =>
    [name, category, ...methods].join(' '),
  );
}

function describeCount(found: number, all: number, search: string): string {
  if (search.trim() === '') return `${all} sources.`;
  return found === 0 ? `No matches in ${all} sources.` : `${found} of ${all} sources.`;
}

function describeAvailability(hasAccess: boolean, isKnown: boolean, hasFailed: boolean): string {
  if (!hasAccess) return 'Enter your Adobe credentials to see which sources Adobe lists.';
  if (isKnown) return '';
  return hasFailed ? 'Adobe’s list of sources could not be loaded.' : 'Loading Adobe’s list of sources…';
}
