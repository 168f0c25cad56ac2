import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { connectionSpecsQuery } from '../../api/queries.ts';
import type { Access } from '../../session/access.tsx';
import { defineLive } from '../../sources/live/define-live.ts';
import { listOtherSources } from '../../sources/other-sources.ts';
import { Status } from '../../ui/layout/Status.tsx';
import { OtherSource } from './OtherSource.tsx';
import { listConnections } from './read-pasted.ts';

interface CustomSourceProps {
  readonly access: Access;
  /** The ID of the connection spec that a text names. */
  readonly specId: string;
  readonly text: string;
  readonly onChange: (slug: string, chosen: number) => void;
  /** What is shown when Adobe lists no such source. */
  readonly children: ReactNode;
}

/** Looks for the source of a text among all that Adobe lists, and offers to choose it. */
export function CustomSource({ access, specId, text, onChange, children }: CustomSourceProps) {
  const { data, isPending } = useQuery(connectionSpecsQuery(access));
  if (isPending) return <Status>Looking for the source of this text…</Status>;
  const other = listOtherSources(data?.items ?? []).find(({ spec }) => spec.id === specId);
  if (other === undefined) return children;
  const source = defineLive(null, other.spec, other.slug)?.source;
  const connections = source === undefined ? [] : listConnections(text, source);
  return (
    <OtherSource
      result={{ kind: 'otherSource', sources: [{ slug: other.slug, name: other.name, connections }] }}
      onChange={onChange}
    />
  );
}
