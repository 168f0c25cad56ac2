import { explainBesideSecrets, explainError } from '../../errors/explain-error.ts';
import type { Source } from '../../sources/source.ts';
import { displayName } from '../../ui/display-text.ts';
import { announcedStep } from '../announced-step.ts';
import { countConnections } from '../count-connections.ts';
import { listFirst } from '../list-first.ts';
import {
  type Copies,
  type Copy,
  type CopyState,
  type StopReason,
  canBeSearched,
  isUncertain,
  isWaiting,
  waitsForTab,
} from './copies.ts';
import type { Resemblance } from './find-existing.ts';
import { type ShownNames, findName } from './name-apart.ts';
import type { Existing, PlannedCopy } from './planner.ts';

interface CopyWords {
  /** The state in a word or two, and the variant of its light. */
  readonly word: string;
  readonly variant: 'positive' | 'neutral' | 'negative' | 'notice' | 'informative';
  /** More about it, in sentences; empty when the word says everything. */
  readonly detail: string;
}

const unknown = { word: 'Unknown', variant: 'notice' } as const;

const outdatedDetails = {
  deleted: 'The original connection was deleted, or it could not be loaded.',
  targetChanged:
    'The original connection now uses another database or user. Select Start new copy to choose again.',
  similarExists:
    'A similar connection was created in this sandbox after you made your choice. Select Start new copy to choose again.',
} as const;

const stopDetails: Readonly<Record<StopReason, string>> = {
  left: 'You left the page before this connection was created.',
  user: 'You stopped before this connection was created.',
  cleared: 'You cleared the secrets before this connection was created.',
  failed: 'Creating stopped because of an error with another connection.',
};

/**
 * @param source The source of the connection that is copied; null when it is not known.
 * @param copies All copies.
 */
export function describeCopy(source: Source | null, copy: Copy, copies: Copies): CopyWords {
  const { state, attempt, sandbox } = copy;
  switch (state.kind) {
    case 'due': {
      if (isWaiting(copy, copies)) return { word: 'Waiting', variant: 'neutral', detail: '' };
      const whyNot = copies.stop === null ? '' : stopDetails[copies.stop];
      return {
        word: 'Not created',
        variant: 'neutral',
        detail: source === null ? outdatedDetails.deleted : whyNot,
      };
    }
    case 'blocked':
      return {
        word: 'Waiting',
        variant: 'neutral',
        detail: 'Another tab is creating a connection in this sandbox.',
      };
    case 'checking':
      return { word: 'Checking', variant: 'informative', detail: '' };
    case 'creating':
      return { word: 'Creating', variant: 'informative', detail: '' };
    case 'searching':
      return {
        word: 'Searching',
        variant: 'notice',
        detail: 'The response was lost. Searching for the connection for up to 90 seconds.',
      };
    case 'created':
      return describeCreated(state, copies);
    case 'refused': {
      const { sentence, advice } = explainBesideSecrets(state.error, source);
      const before = attempt === null ? '' : ' An earlier request may have created it.';
      return { word: 'Not created', variant: 'negative', detail: `${sentence} ${advice}${before}` };
    }
    case 'outdated':
      return { word: 'Not created', variant: 'notice', detail: outdatedDetails[state.reason] };
    case 'unknown': {
      const notFound = state.wasSearched
        ? 'The response was lost, and the connection was not found.'
        : 'The response was lost, and no search was completed.';
      const found =
        state.error === null
          ? notFound
          : `The response was lost. ${explainError(state.error, source).sentence}`;
      const next = canBeSearched(copy)
        ? 'Select Search to look for the connection'
        : 'Look for the connection';
      return {
        ...unknown,
        detail: `${found} ${next} in sandbox ${sandbox} before you create it again.`,
      };
    }
    case 'unclear':
      return {
        ...unknown,
        detail: `The response was lost. ${describeUnclear(state.ids)}`,
      };
  }
}

function describeUnclear(ids: readonly string[]): string {
  return ids.length === 1
    ? `The connection ${ids.join()} may be the copy. Create it again only if it is not.`
    : `One of these connections may be the copy: ${ids.join(', ')}. Create it again only if it is none of them.`;
}

function describeCreated(
  { test }: Extract<CopyState, { kind: 'created' }>,
  { phase }: Pick<Copies, 'phase'>,
): CopyWords {
  switch (test) {
    case 'passed':
      return { word: 'Created, test passed', variant: 'positive', detail: '' };
    case 'failed':
      return {
        word: 'Created, test failed',
        variant: 'negative',
        detail: 'Open the connection in its sandbox to see why.',
      };
    case 'untestable':
      return { word: 'Created', variant: 'positive', detail: '' };
    case 'unknown':
      return {
        word: 'Created',
        variant: 'positive',
        detail: 'The test was inconclusive. Open the connection to test it again.',
      };
    case null:
      return {
        word: 'Created',
        variant: 'positive',
        detail: phase === 'running' ? '' : 'It was not tested. Open the connection to test it.',
      };
  }
}

/** What happens to work that runs if the user leaves its page. */
export function describeLeaving(copies: Copies): string {
  if (copies.stop !== null) return 'You can leave this page. The current connection is still finished.';
  if (copies.queue.length === 0) return 'If you leave this page, the search stops.';
  const when = waitsForTab(copies) ? 'immediately' : 'after the current connection';
  return `If you leave this page, creating stops ${when}.`;
}

/** What is said while the last request of work that was stopped is still running. */
const stopping: Readonly<Record<StopReason, string>> = {
  left: 'You left the page, so creating stops after the current connection.',
  user: 'Creating stops after the current connection.',
  cleared: 'You cleared the secrets, so creating stops after the current connection.',
  failed: 'Creating stops because of an error.',
};

/** The progress for screen readers. With many copies, only every tenth changes it, so that it is not announced too often. */
export function announceCopies(copies: Copies): string {
  return describeCopies(copies, announcedStep(copies.list.length));
}

/**
 * What was done, in one sentence or more.
 * @param step While copies are created, their number is rounded down to a multiple of this.
 */
export function describeCopies({ phase, stop, queue, list }: Copies, step = 1): string {
  const exact = list.filter(({ state }) => state.kind === 'created').length;
  const uncertain = list.filter(isUncertain).length;
  const created = phase === 'running' ? exact - (exact % step) : exact;
  const count = `${created} of ${list.length} created.`;
  if (phase === 'running') {
    // A search creates nothing, so no copy is in its queue.
    if (queue.length === 0) return `Searching for the connection… ${count}`;
    const next = waitsForTab({ list }) ? 'Waiting for another tab…' : 'Creating connections, one at a time…';
    const work = stop === null ? next : stopping[stop];
    return `${work} ${count}`;
  }
  const others =
    uncertain === 0
      ? ''
      : ` We don’t know whether ${uncertain} more ${uncertain === 1 ? 'was' : 'were'} created.`;
  const isIncomplete = list.some(({ state }) => state.kind === 'due');
  const whyStopped = stop === 'left' && isIncomplete ? ' You left the page, so creating stopped.' : '';
  return `${count}${others}${whyStopped}`;
}

/** What will be created; empty before anything is chosen. */
export function describePlan(rows: readonly PlannedCopy[], isChosen: (row: PlannedCopy) => boolean): string {
  if (rows.length === 0) return '';
  if (rows.some(({ existing }) => existing.kind === 'loading')) return 'Searching for similar connections…';
  const existing = rows.filter((row) => row.existing.kind === 'found').length;
  const chosen = rows.filter(isChosen).length;
  const similar = existing === 0 ? '' : ` Similar connections exist for ${existing} of ${rows.length}.`;
  return `${countConnections(chosen)} will be created.${similar}`;
}

export function nameCopy({ originalId, name, sandbox }: Copy, names: ShownNames): string {
  return `${findName(names, { id: originalId, name }).quoted} in sandbox ${sandbox}`;
}

/** How many names a question lists. */
const mostNamed = 10;

/** What is lost when copies that may exist are removed from the page. */
export function describeForgotten(uncertain: readonly Copy[], names: ShownNames): string {
  const named = listFirst(
    uncertain.map((copy) => nameCopy(copy, names)),
    mostNamed,
  );
  return uncertain.length === 1
    ? `We don’t know whether this copy was created: ${named}. After you start a new copy, this page no longer shows it. Look for it in its sandbox.`
    : `We don’t know whether these copies were created: ${named}. After you start a new copy, this page no longer shows them. Look for them in their sandboxes.`;
}

const resemblances: Readonly<Record<Resemblance, string>> = {
  nameAndTarget: 'has the same name, database and user',
  name: 'has the same name',
  target: 'has the same database and user',
};

/** What the sandbox of a planned copy contains already. */
export function describeExisting(existing: Existing): string {
  switch (existing.kind) {
    case 'loading':
      return 'Loading…';
    case 'none':
      return describeNone(existing);
    case 'unreadable':
      return explainError(existing.error, null).sentence;
    case 'found':
      return `“${displayName(existing.connection.name, 100)}” ${resemblances[existing.resemblance]}`;
  }
}

function describeNone({ isWhole, hidden }: Extract<Existing, { kind: 'none' }>): string {
  const among = isWhole ? '' : ' among those that could be loaded';
  return hidden === null
    ? `No similar connection${among}`
    : `No connection with this name${among}. Databases can’t be compared, because Adobe does not return the ${hidden}.`;
}
