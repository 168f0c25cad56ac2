import { Button, ButtonGroup, Content, Dialog, Heading } from '@react-spectrum/s2/Dialog';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { connectionQuery } from '../../api/queries.ts';
import type { Connection } from '../../flow-service/schemas/connection.ts';
import type { Access } from '../../session/access.tsx';
import { displayName } from '../../ui/display-text.ts';
import { MoreBelow } from '../../ui/content/MoreBelow.tsx';
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

/** The limit on characters of the name in the title. On a phone, a longer one leaves no room for what would break. */
const longestTitle = 40;

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
  const { use, effect } = describeConsequence(usage, seen.id);
  const difference = describeDeleteCheck(seen, check);
  const name = displayName(current.name);
  const title = displayName(current.name, longestTitle);
  return (
    <Dialog role="alertdialog">
      {({ close }) => (
        <>
          <Heading slot="title" UNSAFE_style={{ overflowWrap: 'anywhere' }}>{`Delete “${title}”?`}</Heading>
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
              <div className={parts}>
                <div>
                  <Status>{use}</Status>
                  {users !== undefined && (
                    <div className={style({ marginY: 8 })}>
                      <UserRegion users={users} />
                    </div>
                  )}
                </div>
                <div>
                  <Status>{effect}</Status>
                  <p className={style({ marginY: 8 })}>
                    {title !== name && `The name is “${name}”. `}
                    This deletes connection {seen.id} and its credentials from sandbox {access.sandbox}. You
                    can’t undo this. A new connection gets a different ID. The database is not changed.
                  </p>
                  {/* A line is reserved, so that the buttons below do not move when nothing has changed. */}
                  <div className={style({ minHeight: 24 })}>
                    <Status>{difference}</Status>
                    <div className={newsStyle({ isFirst: difference === '' })}>
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
                </div>
              </div>
              <MoreBelow blank={said === '' && difference === '' ? 32 : 1} />
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

/**
 * A phone shows the first part without scrolling, so what would break comes first. In a lower window the dialog scrolls
 * as a whole to the focused button, so there it comes last, above the buttons.
 */
const parts = style({
  display: 'flex',
  flexDirection: { default: 'column', [`@container (height < ${500 / 16}rem)`]: 'column-reverse' },
});

const newsStyle = style({ fontWeight: 'bold', marginTop: { default: 8, isFirst: 0 } });

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
