import { Button, ButtonGroup, Content, Dialog, Heading } from '@react-spectrum/s2/Dialog';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { connectionQuery } from '../../api/queries.ts';
import type { Connection } from '../../flow-service/schemas/connection.ts';
import type { Access } from '../../session/access.tsx';
import { displayName } from '../../ui/display-text.ts';
import { useIsLong } from '../../ui/content/use-is-long.ts';
import { Status } from '../../ui/layout/Status.tsx';
import { UserRegion } from '../usage/UserRegion.tsx';
import {
  type DeleteCheck,
  type UsageCheck,
  describeConsequence,
  describeDeleteCheck,
  describeNews,
  lastLook,
} from './delete-words.ts';
import { type News, type Told, toldUsers } from './recheck.ts';

interface DeleteQuestionProps {
  readonly access: Access;
  /** The connection as the page shows it. */
  readonly connection: Connection;
  readonly usage: UsageCheck;
  /** Whether the last look before the deletion runs. */
  readonly isPending: boolean;
  /** Why the last confirmation deleted nothing. */
  readonly news: readonly News[];
  readonly onConfirm: (told: Told) => void;
}

/**
 * Asks whether to delete a connection. It is loaded again, because another user may have changed it meanwhile. If it was
 * deleted, its page says so instead.
 */
export function DeleteQuestion(props: DeleteQuestionProps) {
  const { access, connection, isPending, news, onConfirm } = props;
  const usage = news.includes('unknownUsers') ? { ...props.usage, error: unread } : props.usage;
  const [seen] = useState(connection);
  const read = useDeleteCheck(access, seen.id);
  const check: DeleteCheck = news.includes('unknownConnection') ? { kind: 'unknown' } : read;
  const current = check.kind === 'current' ? check.connection : seen;
  const users = usage.data?.usersOf(seen.id);
  // While the last look runs, the button keeps the focus.
  const isReading = check.kind === 'loading' || usage.isFetching;
  const box = useRef<HTMLDivElement>(null);
  /** The height of the text when the user confirmed. It is kept, so that what is said then moves no button. */
  const [height, setHeight] = useState<number | null>(null);
  const isLookSlow = useIsLong(isPending, 1000);
  const said = isPending ? (isLookSlow ? lastLook : '') : describeNews(news);
  return (
    <Dialog role="alertdialog">
      {({ close }) => (
        <>
          <Heading
            slot="title"
            UNSAFE_style={{ overflowWrap: 'anywhere' }}
          >{`Delete “${displayName(current.name)}”?`}</Heading>
          <Content>
            <div
              ref={box}
              role="region"
              aria-label="Consequences"
              // A scrollable region must be reachable by keyboard (WCAG 2.1.1).
              tabIndex={height === null ? undefined : 0}
              className={text({ isScrollable: height !== null })}
              style={height === null ? undefined : { height }}
            >
              This deletes connection {seen.id} and its credentials from sandbox {access.sandbox}. You can’t
              undo this. A new connection gets a different ID. The database is not changed.
              {/* Its place is reserved, so that the buttons below do not move when nothing has changed. */}
              <div className={style({ marginTop: 16, minHeight: 24 })}>
                <Status>{describeDeleteCheck(seen, check)}</Status>
              </div>
              <div className={style({ marginY: 8 })}>
                <Status>{describeConsequence(usage, seen.id)}</Status>
              </div>
              {users !== undefined && <UserRegion users={users} />}
              <div className={style({ marginTop: 8, minHeight: 24, fontWeight: 'bold' })}>
                <Status tone={!isPending && news.length > 0 ? 'negative' : null}>
                  {/* A phone shows only a part of the text. */}
                  {said !== '' && (
                    <span key={said} ref={showAll}>
                      {said}
                    </span>
                  )}
                </Status>
              </div>
            </div>
          </Content>
          <ButtonGroup>
            <Button variant="secondary" fillStyle="outline" autoFocus onPress={close}>
              Cancel
            </Button>
            <Button
              variant="negative"
              isPending={isPending}
              isDisabled={isReading && !isPending}
              onPress={() => {
                setHeight(box.current?.getBoundingClientRect().height ?? null);
                onConfirm({
                  connection: current,
                  isCurrent: check.kind === 'current',
                  users: toldUsers(usage, seen.id),
                });
              }}
            >
              Delete connection
            </Button>
          </ButtonGroup>
        </>
      )}
    </Dialog>
  );
}

const text = style({
  overflowWrap: 'anywhere',
  overflowY: { isScrollable: 'auto' },
  outlineStyle: { default: 'none', ':focus-visible': 'solid' },
  outlineColor: { default: 'focus-ring', forcedColors: 'Highlight' },
  outlineWidth: 2,
  outlineOffset: -2,
});

/** Scrolls as little as needed, so that the button below stays under the pointer. */
function showAll(element: HTMLElement | null): void {
  // The box of the text is less high than its lines.
  element?.closest('[role=status]')?.scrollIntoView({ block: 'nearest' });
}

/** What uses the connection could not be read after the confirmation. The error of that read is not kept. */
const unread = new Error('What uses the connection could not be read again.');

function useDeleteCheck(access: Access, id: string): DeleteCheck {
  const { data, error, isFetching, isFetchedAfterMount } = useQuery({
    ...connectionQuery(access, id),
    refetchOnMount: 'always',
  });
  if (isFetching && !isFetchedAfterMount) return { kind: 'loading' };
  if (error !== null || data === undefined || !isFetchedAfterMount) return { kind: 'unknown' };
  return { kind: 'current', connection: data };
}
