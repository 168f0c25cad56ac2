import { useEffect, useState } from 'react';
import { checkConnection } from '../../api/check-connection.ts';
import { type Checker, createChecker } from './create-checker.ts';

/**
 * The connection check of one page. Leaving the page ends it. So does clearing the secrets, because it removes the
 * form or the page.
 */
export function useChecker(): Checker {
  const [checker] = useState(() => createChecker(checkConnection));
  useEffect(() => checker.cancel, [checker]);
  return checker;
}
