import { jsonAnswer } from '../answer.ts';
import type { Operation } from '../operation.ts';
import { sandboxServiceRefusal } from '../refusal.ts';
import { findSandbox, toSandboxItem } from '../sandboxes.ts';

/** `GET /sandbox-management/sandboxes/{name}` (SBX): one sandbox, not in a list. */
export const getSandbox: Operation = ({ id: name }) => {
  const found = findSandbox(name);
  // The number of this code is undocumented.
  if (found === undefined) throw sandboxServiceRefusal('SMS-1000-404', `No sandbox has the name ${name}.`);
  return { answer: jsonAnswer(200, toSandboxItem(found)) };
};
