import { useEffect, useState } from 'react';
import { checkConnection } from '../../api/check-connection.ts';
import { useSecretsCleared } from '../../session/secret-store.ts';
import { type Checker, createChecker } from './create-checker.ts';

/** The connection check of one page. Leaving the page and clearing the secrets end it. */
export function useChecker(): Checker {
  const [checker] = useState(() => createChecker(checkConnection));
  useEffect(() => checker.cancel, [checker]);
  useSecretsCleared(checker.cancel);
  return checker;
}
