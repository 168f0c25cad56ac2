import { StatusLight } from '@react-spectrum/s2/StatusLight';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useState } from 'react';
import { describeTime } from '../../ui/describe-time.ts';
import { shorten } from '../../ui/display-text.ts';
import {
  describeLastRun,
  describeSchedule,
  findSameNames,
  nameUser,
  timeOfLastRun,
  toneOfLastRun,
} from './describe-flow.ts';
import type { NamedSource, Users, UsingFlow } from './find-users.ts';

interface UserListProps {
  readonly users: Users;
  /** Whether there is no room for columns, whatever the width of the window. */
  readonly isNarrow?: boolean;
}

/**
 * A list of dataflows, each followed by its source connections, which are deleted after it, and of the other source
 * connections.
 */
export function UserList({ users, isNarrow = false }: UserListProps) {
  const { flows, unusedSources, extent } = users;
  const [now] = useState(Date.now);
  const sameNames = findSameNames(users);
  return (
    <ul className={list}>
      {flows.map((flow) => (
        <li key={flow.id} className={row({ isNarrow })}>
          <Name user={flow} sameNames={sameNames} />
          <FlowFacts flow={flow} now={now} />
          {flow.sources.length > 0 && (
            <div className={below({ isNarrow })}>
              {flow.sources.length === 1 ? 'Source connection: ' : 'Source connections: '}
              {flow.sources.map((source, place) => (
                <span key={source.id}>
                  {place > 0 && ', '}
                  <Name user={source} sameNames={sameNames} />
                </span>
              ))}
            </div>
          )}
        </li>
      ))}
      {unusedSources.map((source) => (
        <li key={source.id} className={row({ isNarrow })}>
          <Name user={source} sameNames={sameNames} />
          <span className={fact}>
            {/* A dataflow that was not read may use it. */}
            {extent.flows === 'all' ? 'Source connection without a dataflow' : 'Source connection'}
          </span>
        </li>
      ))}
    </ul>
  );
}

function FlowFacts({ flow, now }: { readonly flow: UsingFlow; readonly now: number }) {
  const at = timeOfLastRun(flow, now);
  const tone = toneOfLastRun(flow);
  return (
    <>
      {/* Each fact has its column, also where another one is missing. */}
      <span>
        {flow.state !== undefined && (
          <StatusLight variant={flow.state === 'enabled' ? 'positive' : 'neutral'}>
            {shorten(flow.state, 30)}
          </StatusLight>
        )}
      </span>
      <span className={fact}>{describeSchedule(flow)}</span>
      <span className={fact} title={at === undefined ? undefined : describeTime(at)}>
        {tone === null ? (
          describeLastRun(flow, now)
        ) : (
          <StatusLight variant={tone}>{describeLastRun(flow, now)}</StatusLight>
        )}
      </span>
    </>
  );
}

interface NameProps {
  readonly user: NamedSource;
  readonly sameNames: ReadonlySet<string>;
}

/** The name, and the ID where another user of the connection has the same name. Elsewhere, the pointer shows the ID. */
function Name({ user, sameNames }: NameProps) {
  const text = nameUser(user);
  return (
    <span title={user.id} className={name}>
      {text}
      {sameNames.has(text) && (
        <span className={style({ font: 'code-xs', color: 'neutral-subdued', display: 'block' })}>
          {user.id}
        </span>
      )}
    </span>
  );
}

const list = style({
  listStyleType: 'none',
  padding: 0,
  margin: 0,
  display: 'flex',
  flexDirection: 'column',
});

const row = style({
  display: { default: 'flex', md: { default: 'grid', isNarrow: 'flex' } },
  gridTemplateColumns: ['minmax(0, 5fr)', 'minmax(0, 2fr)', 'minmax(0, 3fr)', 'minmax(0, 3fr)'],
  flexWrap: 'wrap',
  alignItems: 'center',
  columnGap: 16,
  minHeight: 32,
  font: 'body',
});

const below = style({
  gridColumnStart: 1,
  gridColumnEnd: -1,
  width: { default: 'full', md: { default: 'auto', isNarrow: 'full' } },
  font: 'body-sm',
  color: 'neutral-subdued',
  overflowWrap: 'anywhere',
  paddingBottom: 8,
});

const name = style({ fontWeight: 'bold', overflowWrap: 'anywhere', minWidth: 0 });

const fact = style({ font: 'body-sm', color: 'neutral-subdued' });
