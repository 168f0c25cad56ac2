import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { memo, useState } from 'react';
import { displayName } from '../../ui/display-text.ts';
import { Section } from '../../ui/layout/Section.tsx';
import { countConnections } from '../count-connections.ts';
import { readAddress } from '../read-address.ts';
import { CheckList } from '../CheckList.tsx';
import { type ShownNames, findName } from './name-apart.ts';
import type { Excluded, Original } from './originals.ts';

interface ChooseConnectionsProps {
  readonly originals: readonly Original[];
  readonly excluded: readonly Excluded[];
  readonly names: ShownNames;
  /** Whether temporary connections are left out. */
  readonly hasTrials: boolean;
  readonly ids: ReadonlySet<string>;
  readonly onChange: (ids: ReadonlySet<string>) => void;
}

/** The connections that can be copied. */
export const ChooseConnections = memo(function ChooseConnections({
  originals,
  excluded,
  names,
  hasTrials,
  ids,
  onChange,
}: ChooseConnectionsProps) {
  const [items] = useState(() =>
    originals.map(({ connection, source }) => ({
      id: connection.id,
      name: displayName(connection.name, 100),
      detail: [source.name, readAddress(connection) ?? '', findName(names, connection).id ?? '']
        .filter((part) => part !== '')
        .join(' · '),
    })),
  );
  return (
    <Section heading="Connections" lead={null} action={null}>
      {items.length === 0 ? (
        <p className={style({ font: 'body', margin: 0 })}>
          {hasTrials
            ? 'No other connection can be copied. To copy a connection with the name of a temporary one, rename it.'
            : 'No connection can be copied.'}
        </p>
      ) : (
        <CheckList label="Search connections" items={items} chosen={ids} onChange={onChange} />
      )}
      {excluded.length > 0 && (
        <details className={style({ font: 'body' })}>
          <summary>{`${countConnections(excluded.length)} cannot be copied`}</summary>
          <ul className={style({ margin: 0, marginTop: 8, paddingStart: 20, overflowWrap: 'anywhere' })}>
            {excluded.slice(0, mostExplained).map(({ connection, reason }) => (
              <li key={connection.id}>{`${findName(names, connection).plain}: ${reason}`}</li>
            ))}
          </ul>
        </details>
      )}
    </Section>
  );
});

/** The maximum number of reasons that are listed. */
const mostExplained = 50;
