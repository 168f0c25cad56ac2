import { Button } from '@react-spectrum/s2/Button';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useRouter } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { UnfinishedCreate } from '../../create/attempt.ts';
import type { CreateState } from '../../create/create-state.ts';
import type { Creator } from '../../create/creator.ts';
import type { Access } from '../../session/access.tsx';
import { Card } from '../../ui/layout/Card.tsx';
import { Notice } from '../../ui/layout/Notice.tsx';
import { takeFocus, takeFreeFocus } from '../../ui/focus/take-focus.ts';
import { FlowServiceError } from '../../flow-service/flow-service-error.ts';
import { RequestPath } from '../../errors/RequestPath.tsx';
import { type FailureRoute, toFailureRoute } from '../../errors/failure-route.ts';
import { toRoute } from '../../errors/route.ts';
import type { Source } from '../../sources/source.ts';
import { SearchProgress } from './SearchProgress.tsx';
import { FoundByName } from './FoundByName.tsx';
import { NotFoundPanel } from './NotFoundPanel.tsx';
import { isFromForm, openCreated } from './creation.tsx';
import { useWizard } from '../wizard.tsx';

/** The states of a create whose answer was lost. */
export type UnfinishedState = Extract<CreateState, { status: 'searching' | 'notFound' | 'created' }>;

export function isUnfinished(state: CreateState): state is UnfinishedState {
  return (
    state.status === 'searching' ||
    state.status === 'notFound' ||
    (state.status === 'created' && state.wasLost)
  );
}

interface UnfinishedCreatePanelProps {
  readonly access: Access;
  readonly creator: Creator;
  readonly state: UnfinishedState;
  /** Sends the request again, which may create a duplicate, or null when there is no request to send. */
  readonly onTryAgain: (() => void) | null;
}

const text = style({ margin: 0 });

/** Shows what is known about a create whose answer was lost, and the available actions. */
export function UnfinishedCreatePanel({ access, creator, state, onTryAgain }: UnfinishedCreatePanelProps) {
  const router = useRouter();
  const wizard = useWizard();
  switch (state.status) {
    case 'searching':
      return (
        <FocusedNotice
          variant="notice"
          heading="Checking whether it was created"
          // The user waits for the answer to a click on this page.
          isAskedFor={state.loss !== null && onTryAgain !== null}
          // Outside the notice, which is announced again whenever it changes.
          details={
            <Card>
              <RequestPath {...toLossRoute(state, access, wizard.source)} />
              <SearchProgress startedAt={creator.searchingSince(state.unfinished.attempt)} />
            </Card>
          }
        >
          <p className={text}>{describeCause(state.unfinished)} The search takes up to 90 seconds.</p>
          <Buttons>
            <Button variant="secondary" onPress={() => creator.stopSearch(state.unfinished.attempt)}>
              Stop search
            </Button>
          </Buttons>
        </FocusedNotice>
      );
    case 'created': {
      const { attempt } = state;
      const open = async () => {
        await openCreated(router, state);
        creator.dismiss(attempt);
        if (isFromForm(wizard, { task: null, attempt })) wizard.finish();
      };
      return (
        <FocusedNotice variant="positive" heading="Connection found">
          <p className={text}>“{attempt.name}” was created, although the response was lost.</p>
          <Buttons>
            <Button variant="primary" onPress={() => void open()}>
              Open connection
            </Button>
            <Button variant="secondary" onPress={() => creator.dismiss(attempt)}>
              OK
            </Button>
          </Buttons>
        </FocusedNotice>
      );
    }
    case 'notFound': {
      const dismiss = () => creator.dismiss(state.unfinished.attempt);
      return state.end.kind === 'unclear' ? (
        <FocusedNotice variant="notice" heading="Is this yours?">
          <FoundByName
            attempt={state.unfinished.attempt}
            connections={state.end.connections}
            onOpen={dismiss}
            onTryAgain={onTryAgain}
            onStop={dismiss}
          />
        </FocusedNotice>
      ) : (
        <NotFoundPanel
          name={state.unfinished.attempt.name}
          cause={describeCause(state.unfinished)}
          loss={state.loss}
          end={state.end}
          onSearch={() => creator.search(access)}
          onTryAgain={onTryAgain}
          onStop={dismiss}
        />
      );
    }
  }
}

interface FocusedNoticeProps {
  readonly variant: 'notice' | 'positive';
  readonly heading: string;
  /** Whether it takes the focus in any case, and not only from a control that it replaces. */
  readonly isAskedFor?: boolean;
  /** Content below the notice. */
  readonly details?: ReactNode;
  readonly children: ReactNode;
}

/** Takes the focus from the button that it replaces. */
function FocusedNotice(props: FocusedNoticeProps) {
  const { variant, heading, isAskedFor = false, details = null, children } = props;
  return (
    <div
      key={heading}
      role="group"
      // Announced when the notice receives the focus.
      aria-label={heading}
      ref={isAskedFor ? takeFocus : takeFreeFocus}
      tabIndex={-1}
      className={style({ outlineStyle: 'none', display: 'flex', flexDirection: 'column', gap: 16 })}
    >
      <Notice variant={variant} heading={heading}>
        {children}
      </Notice>
      {details}
    </div>
  );
}

function Buttons({ children }: { readonly children: ReactNode }) {
  return (
    <div className={style({ display: 'flex', flexWrap: 'wrap', gap: 12, marginTop: 12 })}>{children}</div>
  );
}

/** How far the request got whose answer was lost. After a reload, it is only known that it was sent. */
function toLossRoute(
  { loss }: Extract<UnfinishedState, { status: 'searching' }>,
  { sandbox }: Access,
  source: Source,
): Pick<FailureRoute, 'route'> & { readonly words: null } {
  const { route } =
    loss instanceof FlowServiceError
      ? toFailureRoute(loss, source)
      : { route: toRoute({ sandbox, source }, { server: 'unknown', adobe: 'unknown', database: 'unknown' }) };
  return { route, words: null };
}

function describeCause({ attempt, cause }: UnfinishedCreate): string {
  return cause === 'lost'
    ? 'The response was lost.'
    : `You left the page while “${attempt.name}” was being created.`;
}
