import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useId } from 'react';
import type { Connection } from '../../flow-service/schemas/connection.ts';
import { fromConnection } from '../../source-form/answers/from-connection.ts';
import { findConflicts } from '../../source-form/answers/rebase-answers.ts';
import type { SourceAnswers } from '../../source-form/answers/source-answers.ts';
import { nameSecret } from '../../sources/secrets.ts';
import type { Source } from '../../sources/source.ts';
import { DataTable } from '../../ui/content/DataTable.tsx';
import { problemStyle } from '../../ui/problem-style.ts';
import { takeFocus } from '../../ui/focus/take-focus.ts';
import { describeLastChange } from '../describe-last-change.ts';
import { isAsAnswered } from './save-connection.ts';

interface ConflictNoticeProps {
  readonly source: Source;
  /** The connection as it was when the edit started, before another user changed it. */
  readonly base: Connection;
  readonly now: Connection;
  /** The values of the form. */
  readonly rebased: SourceAnswers;
  /** Whether the answer to this save was lost, so that it may have been saved before the other change. */
  readonly wasLost: boolean;
}

/**
 * Says that the connection was changed, and compares the changes with the values that a save would write. After a lost
 * answer, nothing proves who changed it last.
 */
export function ConflictNotice({ source, base, now, rebased, wasLost }: ConflictNoticeProps) {
  const headingId = useId();
  const secret = nameSecret(source);
  const isAsEntered = isAsAnswered(source, rebased, now);
  const conflicts = findConflicts(source, fromConnection(source, base), fromConnection(source, now), rebased);
  return (
    <div
      role="group"
      aria-labelledby={headingId}
      ref={takeFocus}
      tabIndex={-1}
      className={problemStyle({ tone: 'notice' })}
    >
      <h2 id={headingId} className={style({ font: 'title', margin: 0 })}>
        {describeHeading(wasLost, isAsEntered, secret)}
      </h2>
      <p className={style({ margin: 0 })}>
        {describeLastChange(now)} {describeOutcome(wasLost, isAsEntered)} Your edits are kept below. All other
        fields show the current values.
        {secret !== null && ` Flow Service does not show whether the ${secret} changed.`}
      </p>
      {conflicts.length === 0 ? (
        <p className={style({ margin: 0 })}>No visible values changed.</p>
      ) : (
        <DataTable
          label="Changes"
          headings={['Field', 'Before', 'Now', 'After you save']}
          rows={conflicts.map(({ label, before, now: theirs, here }) => [label, before, theirs, here])}
        />
      )}
      <p className={style({ margin: 0 })}>
        {wasLost && isAsEntered && secret !== null
          ? `To make sure that the connection has the ${secret} you entered, select Save changes again. This replaces the ${secret} of any other user.`
          : 'Review the changes, then select Save changes again.'}
      </p>
    </div>
  );
}

function describeHeading(wasLost: boolean, isAsEntered: boolean, secret: string | null): string {
  if (!wasLost) return 'Someone else changed this connection';
  return isAsEntered && secret !== null
    ? `We don’t know whether your ${secret} was saved`
    : 'This connection was changed while you edited it';
}

function describeOutcome(wasLost: boolean, isAsEntered: boolean): string {
  if (!wasLost) return 'Your changes are not saved yet.';
  return isAsEntered
    ? 'The response to your save was lost. Someone else may have changed the connection at the same time.'
    : 'The response to your save was lost. The connection does not have the values you entered.';
}
