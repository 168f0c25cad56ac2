import { StatusLight } from '@react-spectrum/s2/StatusLight';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { MouseEvent, ReactNode } from 'react';
import { connectionTestQuery } from '../../api/connection-test.ts';
import type { Connection } from '../../flow-service/schemas/connection.ts';
import type { Access } from '../../session/access.tsx';
import { paths } from '../../session/paths.ts';
import { describeAge } from '../../ui/describe-age.ts';
import { describeTime } from '../../ui/describe-time.ts';
import { displayName, shorten } from '../../ui/display-text.ts';
import { TextLink } from '../../ui/TextLink.tsx';
import { testOutcomes } from '../page/test-outcomes.ts';
import type { NameSource } from '../use-source-names.ts';
import { nameAddress, readAddress } from '../read-address.ts';
import { Placeholder } from '../../ui/layout/Placeholder.tsx';
import { isTrialName } from '../trials/trial-name.ts';
import { TrialMark } from '../trials/TrialMark.tsx';
import { countKnownUsers } from '../usage/find-users.ts';
import type { UsageQuery } from '../usage/use-usage.ts';
import { SourceName } from './SourceName.tsx';
import { rowStyle } from './row-style.ts';

interface ConnectionRowProps {
  readonly access: Access;
  readonly connection: Connection;
  readonly nameSource: NameSource;
  readonly usage: UsageQuery;
  /** Epoch milliseconds. */
  readonly now: number;
}

const none = '–';

/** A row of the table of connections. A click anywhere in it opens the connection. */
export function ConnectionRow({ access, connection, nameSource, usage, now }: ConnectionRowProps) {
  const navigate = useNavigate();
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
  const isChanged = updatedAt !== undefined && updatedAt !== createdAt;
  const open = ({ target }: MouseEvent) => {
    // The link opens the page itself, and a user who selects text does not want to leave.
    const isOnLink = target instanceof Element && target.closest('a') !== null;
    if (isOnLink || window.getSelection()?.isCollapsed === false) return;
    void navigate({ to: paths.connection, params: { id } });
  };
  return (
    // Users of a keyboard or a screen reader use the link.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div role="row" className={rowStyle({ isHead: false })} onClick={open}>
      <Cell label={null}>
        <TextLink to={paths.connection} params={{ id }}>
          {displayName(name)}
        </TextLink>
        {isTrialName(name) && <TrialMark id={id} name={name} />}
        {description !== undefined && (
          <div className={style({ font: 'body-sm' })}>{shorten(description, 300)}</div>
        )}
        {state.trim() !== '' && (
          <StatusLight variant={stateVariants.get(state) ?? 'notice'}>{shorten(state, 50)}</StatusLight>
        )}
        {unread !== undefined && (
          <div className={style({ font: 'body-sm' })}>{`${unread.join(', ')} could not be read`}</div>
        )}
      </Cell>
      <Cell label="Source">
        <SourceName name={nameSource(connection)} />
      </Cell>
      <Cell label={nameAddress(connection)}>{address === null ? none : shorten(address, 300)}</Cell>
      <Cell label="Last test">
        <LastTest access={access} connection={connection} />
      </Cell>
      <Cell label="Used by">
        <UsedByCount usage={usage} id={id} />
      </Cell>
      <Cell label="Created">
        {createdAt === undefined ? none : <Age at={createdAt} now={now} prefix="" />}
        {isChanged && (
          <div className={style({ font: 'body-sm', color: 'neutral-subdued' })}>
            <Age at={updatedAt} now={now} prefix="changed " />
          </div>
        )}
      </Cell>
      <Cell label="By">
        {createdBy === undefined ? none : shorten(createdBy, 100)}
        {isChanged && updatedBy !== undefined && updatedBy !== createdBy && (
          <div className={style({ font: 'body-sm', color: 'neutral-subdued' })}>
            {`changed by ${shorten(updatedBy, 100)}`}
          </div>
        )}
      </Cell>
    </div>
  );
}

interface CellProps {
  /** Shown in narrow windows, where the column headings are hidden; null when the content says what it is. */
  readonly label: string | null;
  readonly children: ReactNode;
}

function Cell({ label, children }: CellProps) {
  return (
    <div role="cell" className={style({ minWidth: 0, overflowWrap: 'anywhere' })}>
      {label !== null && (
        <span
          // The heading of the column says the same.
          aria-hidden="true"
          className={style({
            display: { default: 'inline', lg: 'none' },
            font: 'body-sm',
            color: 'neutral-subdued',
            marginEnd: 8,
          })}
        >
          {label}
        </span>
      )}
      {children}
    </div>
  );
}

interface AgeProps {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly now: number;
  readonly prefix: string;
}

/** A relative time, which shows the exact one when the pointer is on it. */
function Age({ at, now, prefix }: AgeProps) {
  return <span title={describeTime(at)}>{`${prefix}${describeAge(at, now)}`}</span>;
}

/** The last test of this version of the connection in this tab. The list itself tests nothing. */
function LastTest({ access, connection }: Pick<ConnectionRowProps, 'access' | 'connection'>) {
  const { data: test } = useQuery({ ...connectionTestQuery(access, connection), enabled: false });
  if (test === undefined) return none;
  const { variant, word } = testOutcomes[test.outcome];
  return (
    <span title={describeTime(test.startedAt)}>
      <StatusLight variant={variant}>{word}</StatusLight>
    </span>
  );
}

function UsedByCount({ usage, id }: { readonly usage: UsageQuery; readonly id: string }) {
  const { data, isPending, error } = usage;
  if (data === undefined) return isPending ? <Placeholder of="line" /> : 'Unknown';
  const counted = countKnownUsers(data.usersOf(id));
  if (counted !== '') return counted;
  // If the usage could not be loaded again, an earlier response does not prove that nothing uses the connection now.
  return error === null ? none : 'Unknown';
}

/** Every other state is transitional (ERR-F). */
const stateVariants: ReadonlyMap<string, 'positive' | 'neutral'> = new Map([
  ['enabled', 'positive'],
  ['disabled', 'neutral'],
]);
