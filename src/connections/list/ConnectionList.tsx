import { Button } from '@react-spectrum/s2/Button';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useState } from 'react';
import type { Connection } from '../../flow-service/schemas/connection.ts';
import { versionKey } from '../../api/all-connections.ts';
import { Placeholder } from '../../ui/layout/Placeholder.tsx';
import type { Access } from '../../session/access.tsx';
import { nameAddress } from '../read-address.ts';
import { useSourceNames } from '../use-source-names.ts';
import { useUsage } from '../usage/use-usage.ts';
import { ConnectionRow } from './ConnectionRow.tsx';
import { frameLook } from '../table-look.ts';
import { rowStyle } from './row-style.ts';

/** Seven columns need more room than text does, so the table is wider than the page where the window is. */
const wide = style({
  marginX: { default: 0, lg: '[calc((100% - max(100%, min(100vw - 96px, 1120px))) / 2)]' },
});

interface ConnectionListProps {
  readonly access: Access;
  /** The array contains each version only once. */
  readonly connections: readonly Connection[];
  /** Loads the next connections, or null when there are no more. */
  readonly onMore: (() => void) | null;
  /** Whether the next connections are loading. */
  readonly isPending: boolean;
}

/**
 * The number of connections that are drawn at first and added by each click. Drawing a thousand at once would take a
 * second.
 */
const portion = 50;

/** A table of connections. Each row leads to the page of its connection. */
export function ConnectionList({ access, connections, onMore, isPending }: ConnectionListProps) {
  const [count, setCount] = useState(portion);
  const isCut = count < connections.length;
  return (
    <>
      <ConnectionTable access={access} connections={connections.slice(0, count)} />
      {/* Without the placeholder, a second click could open the connection that takes the button's place. */}
      {isPending && <Placeholder of="list" />}
      {(isCut || onMore !== null) && (
        <div>
          <Button
            variant="secondary"
            isPending={isPending}
            onPress={() => {
              setCount(Math.min(count, connections.length) + portion);
              if (!isCut) onMore?.();
            }}
          >
            Show more
          </Button>
        </div>
      )}
    </>
  );
}

function ConnectionTable({ access, connections }: Pick<ConnectionListProps, 'access' | 'connections'>) {
  const [now] = useState(Date.now);
  const nameSource = useSourceNames(access);
  const usage = useUsage(access);
  const [addressName = 'Address', ...others] = new Set(connections.map(nameAddress));
  const headings = [
    'Name',
    'Source',
    others.length === 0 ? addressName : 'Address',
    'Last test',
    'Used by',
    'Created',
    'By',
  ];
  return (
    <div role="table" aria-label="Connections" className={`${frameLook} ${wide}`}>
      <div role="row" className={rowStyle({ isHead: true })}>
        {headings.map((heading) => (
          <span key={heading} role="columnheader">
            {heading}
          </span>
        ))}
      </div>
      {connections.map((connection) => (
        <ConnectionRow
          key={versionKey(connection)}
          access={access}
          connection={connection}
          now={now}
          nameSource={nameSource}
          usage={usage}
        />
      ))}
    </div>
  );
}
