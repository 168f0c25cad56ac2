import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useId } from 'react';
import type { Connection } from '../../flow-service/schemas/connection.ts';
import { describeTime } from '../../ui/describe-time.ts';
import { fromConnection } from '../../source-form/answers/from-connection.ts';
import { findConflicts } from '../../source-form/answers/rebase-answers.ts';
import type { SourceAnswers } from '../../source-form/answers/source-answers.ts';
import { nameSecret } from '../../sources/secrets.ts';
import type { Source } from '../../sources/source.ts';
import { DataTable } from '../../ui/content/DataTable.tsx';
import { problemStyle } from '../../ui/problem-style.ts';
import { shorten } from '../../ui/display-text.ts';
import { takeFocus } from '../../ui/focus/take-focus.ts';

interface ConflictNoticeProps {
  readonly source: Source;
  /** What was being edited when somebody else changed it. */
  readonly overtaken: Connection;
  readonly now: Connection;
  /** What the form holds. */
  readonly rebased: SourceAnswers;
  /** Whether the answer to this edit was lost, so that it may have been saved before the other change. */
  readonly wasLost: boolean;
}

/** Somebody else changed the connection meanwhile: what they changed, side by side with what saving would make of it. */
export function ConflictNotice({ source, overtaken, now, rebased, wasLost }: ConflictNoticeProps) {
  const headingId = useId();
  const secret = nameSecret(source);
  const conflicts = findConflicts(
    source,
    fromConnection(source, overtaken),
    fromConnection(source, now),
    rebased,
  );
  return (
    <div
      role="group"
      aria-labelledby={headingId}
      ref={takeFocus}
      tabIndex={-1}
      className={problemStyle({ tone: 'notice' })}
    >
      <h2 id={headingId} className={style({ font: 'title', margin: 0 })}>
        {wasLost ? 'The connection was changed meanwhile' : 'Somebody changed this connection meanwhile'}
      </h2>
      <p className={style({ margin: 0 })}>
        {describeWriter(now)}{' '}
        {wasLost
          ? 'The answer to your save was lost, and the connection is not as you entered it.'
          : 'Nothing of yours was saved yet.'}{' '}
        What you edited is still below; what you did not touch is now as they left it.
        {secret !== null && ` Whether they changed the ${secret} cannot be seen.`}
      </p>
      {conflicts.length === 0 ? (
        <p className={style({ margin: 0 })}>Nothing that can be seen is different.</p>
      ) : (
        <DataTable
          label="What changed meanwhile"
          headings={['Field', 'When you began', 'Now', 'If you save']}
          rows={conflicts.map(({ label, before, now: theirs, here }) => [label, before, theirs, here])}
        />
      )}
      <p className={style({ margin: 0 })}>Look it over, then press Save changes again.</p>
    </div>
  );
}

function describeWriter({ updatedAt, updatedBy }: Connection): string {
  if (updatedAt === undefined) return '';
  return `${updatedBy === undefined ? 'It was' : `${shorten(updatedBy, 100)} changed it:`} ${describeTime(updatedAt)}.`;
}
