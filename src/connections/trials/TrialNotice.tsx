import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { ReactNode } from 'react';
import { useStore } from '../../ui/form/store.ts';
import { Notice } from '../../ui/layout/Notice.tsx';
import { rotations } from '../rotate/memory/rotations.ts';
import { readTrialSecret } from './trial-name.ts';
import { type Users, countUsers } from '../usage/find-users.ts';
import { adviseOnTrial, describeTrial, describeUsedTrial } from './trial-words.ts';

interface TrialNoticeProps {
  readonly name: string;
  /** What uses the connection; undefined while that is not known. */
  readonly users: Users | undefined;
  /** The button that deletes the connection after a question. */
  readonly deletion: ReactNode;
}

/** Says on the page of a connection that it is a temporary one. It is never deleted without the user. */
export function TrialNotice({ name, users, deletion }: TrialNoticeProps) {
  useStore(rotations.all);
  const secret = readTrialSecret(name);
  if (secret === null) return null;
  const isTrying = rotations.isTrying(name);
  if (!isTrying && users !== undefined && countUsers(users) !== '') {
    return (
      <Notice variant="notice" heading="Name of a temporary connection">
        {describeUsedTrial(users)}
      </Notice>
    );
  }
  return (
    <Notice variant="notice" heading="Temporary connection">
      <p className={style({ margin: 0, marginBottom: 8, overflowWrap: 'anywhere' })}>
        {`${describeTrial(isTrying)} ${adviseOnTrial(secret, isTrying)}`}
      </p>
      {!isTrying && deletion}
    </Notice>
  );
}
