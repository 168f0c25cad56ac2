import * as z from 'zod/mini';
import { type Connection, connection } from '../../flow-service/schemas/connection.ts';
import { fromConnection } from '../../source-form/answers/from-connection.ts';
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
import { type Store, createStore, isSame } from '../../ui/form/store.ts';

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

/** The storage of a tab is small. The oldest drafts are dropped first. */
const mostDrafts = 20;

const storedEdit = z.object({
  before: connection,
  answers: storedAnswers,
  spec: z._default(z.nullable(z.record(z.string(), z.unknown())), null),
});

const storedEdits = z.object({ version: z.literal(2), edits: z.array(storedEdit) });

export interface EditDrafts {
  /** The draft of the connection with this ID, or null. */
  readonly of: (id: string) => Store<EditDraft | null>;
}

/** The unfinished edits of this tab, one for each connection. They are kept after a reload. */
export function createEditDrafts(storage: Storage | null): EditDrafts {
  const stores = new Map<string, Store<EditDraft | null>>();
  const save = () => {
    const drafts = [...stores.values()].flatMap((store) => store.get() ?? []);
    saveEdits(storage, drafts.slice(-mostDrafts));
  };
  const add = (id: string, draft: EditDraft | null) => {
    const store = createStore(draft);
    store.subscribe(() => {
      // The last draft that was changed is the last one to be dropped.
      stores.delete(id);
      stores.set(id, store);
      save();
    });
    stores.set(id, store);
    return store;
  };
  for (const draft of loadEdits(storage)) add(draft.before.id, draft);
  return { of: (id) => stores.get(id) ?? add(id, null) };
}

/** Whether a draft changes anything. The preset only says how its values are chosen. */
export function hasChanges({ before, answers, source }: EditDraft): boolean {
  const { preset: _, ...now } = answers;
  const { preset: __, ...then } = fromConnection(source, before);
  return !isSame(now, then);
}

function loadEdits(storage: Storage | null): readonly EditDraft[] {
  const stored = readFromTab(storage, storageKey, storedEdits)?.edits ?? [];
  return stored.flatMap(({ before, answers, spec }) => {
    const source = sourceOf(toDefinition(before, spec), before);
    return source === null ? [] : [{ before, answers: fromStoredAnswers(source, answers), source, spec }];
  });
}

function saveEdits(storage: Storage | null, drafts: readonly EditDraft[]): void {
  if (drafts.length === 0) return storage?.removeItem(storageKey);
  const stored: z.infer<typeof storedEdits> = { version: 2, edits: drafts.map(toStored) };
  writeToTab(storage, storageKey, stored);
}

function toStored({ before, answers, source, spec }: EditDraft): z.infer<typeof storedEdit> {
  // The form of a secret in an answer is undocumented, and an unknown param may be a secret.
  const params = Object.entries(before.auth?.params ?? {}).map(([name, value]) => [
    name,
    findParam(source, name) !== undefined && !isSecret(source, name) ? value : null,
  ]);
  return {
    before: { ...before, auth: { ...before.auth, params: Object.fromEntries(params) } },
    answers: toStoredAnswers(source, answers, []),
    spec: spec && { ...spec },
  };
}
