import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useQuery } from '@tanstack/react-query';
import { tablesQuery } from '../../api/explore-queries.ts';
import type { Connection } from '../../flow-service/schemas/connection.ts';
import type { Access } from '../../session/access.tsx';

interface TableHintProps {
  readonly access: Access;
  readonly connection: Connection;
}

/** What the empty pane beside the tables is for. */
export function TableHint({ access, connection }: TableHintProps) {
  const { data } = useQuery({ ...tablesQuery(access, connection), enabled: false });
  if (data === undefined || data.tables.length === 0) return null;
  return <p className={hint}>Choose a table to see its columns and sample rows.</p>;
}

const hint = style({
  display: { default: 'none', lg: 'flex' },
  alignItems: 'center',
  justifyContent: 'center',
  margin: 0,
  height: 'full',
  minHeight: 320,
  font: 'body',
  color: 'neutral-subdued',
  textAlign: 'center',
  backgroundColor: 'gray-75',
  borderRadius: 'lg',
});
