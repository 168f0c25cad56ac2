import AlertTriangle from '@react-spectrum/s2/icons/AlertTriangle';
import { iconStyle, style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { ReactNode } from 'react';
import type { Endpoint } from '../../sources/endpoint.ts';
import { CertificateDetails } from './CertificateDetails.tsx';
import { type CheckState, failedStage, isRunning } from './check-state.ts';
import { warningsIn } from './check-warnings.ts';
import { problemWords } from './check-words.ts';
import { explainFailure } from './failure-words.ts';

interface VerdictProps {
  readonly endpoint: Endpoint;
  readonly state: CheckState;
  /** What the user can do about the failed hop: a link to its field, and a fix. */
  readonly remedy: ReactNode;
}

const paragraph = style({ font: 'body', margin: 0 });

/** What the results mean: one cause with one next action, and warnings. */
export function Verdict({ endpoint, state, remedy }: VerdictProps) {
  const { problem, retryAfterSeconds, isSample } = state;
  const stage = failedStage(state);
  const failure = stage === null ? null : explainFailure(endpoint, stage, state.hops[stage].reason);
  const words = failure ?? (problem === null ? null : problemWords[problem]);
  const { certificate } = state.hops.encryption.facts;
  return (
    <div className={style({ display: 'flex', flexDirection: 'column', gap: 12, minWidth: 0 })}>
      {words !== null && (
        <p className={paragraph}>
          <strong>{words.sentence}</strong> {words.action}
          {retryAfterSeconds !== null && ` The server asks you to wait ${retryAfterSeconds} s.`}
        </p>
      )}
      {remedy}
      {warningsIn(state).map(({ sentence, action }) => (
        <div key={sentence} className={style({ display: 'flex', gap: 8 })}>
          <AlertTriangle aria-label="Warning" styles={iconStyle({ size: 'S', color: 'notice' })} />
          <p className={paragraph}>
            <strong>{sentence}</strong> {action}
          </p>
        </div>
      ))}
      {isSample && !isRunning(state) && (
        <p className={style({ font: 'body', margin: 0, color: 'neutral-subdued' })}>
          Sample database: the local Flow Service simulates this host.
        </p>
      )}
      {certificate !== undefined && <CertificateDetails certificate={certificate} />}
    </div>
  );
}
