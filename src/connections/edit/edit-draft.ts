import * as z from 'zod/mini';
import { type Connection, connection } from '../../flow-service/schemas/connection.ts';
import {
  type StoredAnswers,
  fromStoredAnswers,
  storedAnswers,
  toStoredAnswers,
} from '../../source-form/answers/stored-answers.ts';
import { readFromTab, writeToTab } from '../../session/tab-storage.ts';
import { type Source, findParam } from '../../sources/source.ts';
import { isSecret } from '../../sources/secrets.ts';
import { sourceOf, toDefinition } from '../use-definition.ts';
import { type Store, createStore } from '../../ui/form/store.ts';

/**
 * An edit that was neither saved nor canceled when the user left the page, for example to get a new token. It
 * contains no secret.
 */
export interface EditDraft {
  /** The connection when the edit started. */
  readonly before: Connection;
  readonly answers: StoredAnswers;
  readonly source: Source;
  /** The connection spec that the source was made from; null for the documented description. */
  readonly spec: object | null;
}

const storageKey = 'connection.edit';

const storedEdit = z.object({
  version: z.literal(1),
  before: connection,
  answers: storedAnswers,
  spec: z._default(z.nullable(z.record(z.string(), z.unknown())), null),
});

/** The last unfinished edit of this tab, or null. It survives a reload. */
export function createEditDraft(storage: Storage | null): Store<EditDraft | null> {
  const draft = createStore(loadEdit(storage));
  draft.subscribe(() => saveEdit(storage, draft.get()));
  return draft;
}

function loadEdit(storage: Storage | null): EditDraft | null {
  const stored = readFromTab(storage, storageKey, storedEdit);
  if (stored === null) return null;
  const { before, answers, spec } = stored;
  const source = sourceOf(toDefinition(before, spec), before);
  return source === null ? null : { before, answers: fromStoredAnswers(source, answers), source, spec };
}

function saveEdit(storage: Storage | null, draft: EditDraft | null): void {
  if (draft === null) return storage?.removeItem(storageKey);
  const { before, answers, source, spec } = draft;
  // The form of a secret in an answer is undocumented, and an unknown param may be a secret.
  const params = Object.entries(before.auth?.params ?? {}).map(([name, value]) => [
    name,
    findParam(source, name) !== undefined && !isSecret(source, name) ? value : null,
  ]);
  const stored: z.infer<typeof storedEdit> = {
    version: 1,
    before: { ...before, auth: { ...before.auth, params: Object.fromEntries(params) } },
    answers: toStoredAnswers(source, answers, []),
    spec: spec && { ...spec },
  };
  writeToTab(storage, storageKey, stored);
}
