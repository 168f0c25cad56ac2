import { StatusLight } from '@react-spectrum/s2/StatusLight';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useState } from 'react';
import { describeTime } from '../../ui/describe-time.ts';
import { shorten } from '../../ui/display-text.ts';
import { describeLastRun, describeSchedule, nameUser } from './describe-flow.ts';
import type { Users } from './find-users.ts';

/** A list of dataflows and source connections. The ID is shown when the pointer is on the name. */
export function UserList({ users: { flows, unusedSources } }: { readonly users: Users }) {
  const [now] = useState(Date.now);
  return (
    <ul
      className={style({
        listStyleType: 'none',
        padding: 0,
        margin: 0,
        display: 'flex',
        flexDirection: 'column',
      })}
    >
      {flows.map((flow) => {
        const run = flow.lastRunDetails;
        return (
          <li key={flow.id} className={row}>
            <span title={flow.id} className={name}>
              {nameUser(flow)}
            </span>
            {flow.state !== undefined && (
              <StatusLight size="S" variant={flow.state === 'enabled' ? 'positive' : 'neutral'}>
                {shorten(flow.state, 30)}
              </StatusLight>
            )}
            <span className={fact}>{describeSchedule(flow)}</span>
            <span
              className={fact}
              title={run?.startedAtUTC === undefined ? undefined : describeTime(run.startedAtUTC)}
            >
              {describeLastRun(flow, now)}
            </span>
          </li>
        );
      })}
      {unusedSources.map((source) => (
        <li key={source.id} className={row}>
          <span title={source.id} className={name}>
            {nameUser(source)}
          </span>
          <span className={fact}>Source connection without a dataflow</span>
        </li>
      ))}
    </ul>
  );
}

const row = style({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  columnGap: 16,
  minHeight: 32,
  font: 'body',
});

const name = style({ fontWeight: 'bold', overflowWrap: 'anywhere', minWidth: 0 });

const fact = style({ font: 'body-sm', color: 'neutral-subdued' });
