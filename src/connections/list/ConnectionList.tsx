import { Button } from '@react-spectrum/s2/Button';
import { StatusLight } from '@react-spectrum/s2/StatusLight';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useState } from 'react';
import type { Connection } from '../../flow-service/schemas/connection.ts';
import { versionKey } from '../../api/all-connections.ts';
import { describeWrite } from '../../ui/describe-time.ts';
import { displayName, shorten } from '../../ui/display-text.ts';
import { Placeholder } from '../../ui/layout/Placeholder.tsx';
import { TextLink } from '../../ui/TextLink.tsx';
import { paths } from '../../session/paths.ts';
import { nameSource } from '../name-source.ts';
import { readAddress } from '../read-address.ts';

interface ConnectionListProps {
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

/** A list of connections. Each entry links to its page and shows name, target, state, creator and time. */
export function ConnectionList({ connections, onMore, isPending }: ConnectionListProps) {
  const [count, setCount] = useState(portion);
  const isCut = count < connections.length;
  return (
    <>
      <Lines connections={connections.slice(0, count)} />
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

function Lines({ connections }: { readonly connections: readonly Connection[] }) {
  return (
    <ul
      aria-label="Connections"
      className={style({
        listStyleType: 'none',
        margin: 0,
        padding: 0,
        width: 'full',
        borderRadius: 'xl',
        borderWidth: 1,
        borderStyle: 'solid',
        borderColor: 'gray-200',
        backgroundColor: 'layer-2',
        overflow: 'hidden',
      })}
    >
      {connections.map((connection) => (
        <li
          key={versionKey(connection)}
          className={style({
            font: 'body',
            paddingX: { default: 16, sm: 24 },
            paddingY: 12,
            borderWidth: 0,
            borderTopWidth: { default: 1, ':first-child': 0 },
            borderStyle: 'solid',
            borderColor: 'gray-200',
            overflowWrap: 'anywhere',
          })}
        >
          <ConnectionLine connection={connection} />
        </li>
      ))}
    </ul>
  );
}

function ConnectionLine({ connection }: { readonly connection: Connection }) {
  const {
    id,
    name,
    description,
    state = '',
    createdAt,
    createdBy,
    updatedAt,
    updatedBy,
    unread,
  } = connection;
  const address = readAddress(connection);
  const created = describeWrite(createdAt, createdBy);
  const changed = updatedAt === createdAt ? null : describeWrite(updatedAt, updatedBy);
  return (
    <>
      <div
        className={style({
          display: 'flex',
          flexWrap: 'wrap',
          columnGap: 16,
          justifyContent: 'space-between',
        })}
      >
        <TextLink to={paths.connection} params={{ id }}>
          {displayName(name)}
        </TextLink>
        {state.trim() !== '' && (
          <StatusLight size="S" variant={stateVariants.get(state) ?? 'notice'}>
            {shorten(state, 50)}
          </StatusLight>
        )}
      </div>
      {description !== undefined && <div>{shorten(description, 300)}</div>}
      <div className={style({ font: 'body-sm', color: 'neutral-subdued' })}>
        {[
          nameSource(connection),
          address === null ? null : shorten(address, 300),
          created && `created ${created}`,
          changed && `changed ${changed}`,
          unread && `${unread.join(', ')} could not be read`,
        ]
          .filter((part) => typeof part === 'string')
          .join(' · ')}
      </div>
    </>
  );
}

/** Every other state is transitional (ERR-F). */
const stateVariants: ReadonlyMap<string, 'positive' | 'neutral'> = new Map([
  ['enabled', 'positive'],
  ['disabled', 'neutral'],
]);
