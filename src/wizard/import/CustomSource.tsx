import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { connectionSpecsQuery } from '../../api/queries.ts';
import type { Access } from '../../session/access.tsx';
import { listOtherSources } from '../../sources/other-sources.ts';
import { Status } from '../../ui/layout/Status.tsx';
import { OtherSource } from './OtherSource.tsx';

interface CustomSourceProps {
  readonly access: Access;
  /** The ID of the connection spec that a text names. */
  readonly specId: string;
  readonly onChange: (slug: string) => void;
  /** What is shown when Adobe lists no such source. */
  readonly children: ReactNode;
}

/** Looks for the source of a text among all that Adobe lists, and offers to choose it. */
export function CustomSource({ access, specId, onChange, children }: CustomSourceProps) {
  const { data, isPending } = useQuery(connectionSpecsQuery(access));
  if (isPending) return <Status>Looking for the source of this text...</Status>;
  const other = listOtherSources(data?.items ?? []).find(({ spec }) => spec.id === specId);
  return other === undefined ? (
    children
  ) : (
    <OtherSource result={{ kind: 'otherSource', sources: [other] }} onChange={onChange} />
  );
}
