import { expect, it } from 'vitest';
import type { Connection } from '../../flow-service/schemas/connection.ts';
import { fromConnection } from '../../source-form/answers/from-connection.ts';
import { phoenix } from '../../sources/phoenix/phoenix.ts';
import { heldConnection } from '../../testing/create-fixture.ts';
import { createMemoryStorage } from '../../testing/memory-storage.ts';
import { createEditDrafts, hasChanges } from './edit-draft.ts';

const connectionOf = (id: string) => heldConnection({ id, name: id });

/** The edit that gives a connection this name. */
function rename(before: Connection, name: string) {
  return { before, source: phoenix, spec: null, answers: { ...fromConnection(phoenix, before), name } };
}

it('keeps the edit of each connection, also after a reload', () => {
  const storage = createMemoryStorage();
  const drafts = createEditDrafts(storage);
  drafts.of('a').set(rename(connectionOf('a'), 'First'));
  drafts.of('b').set(rename(connectionOf('b'), 'Second'));
  for (const kept of [drafts, createEditDrafts(storage)]) {
    expect(kept.of('a').get()?.answers.name).toBe('First');
    expect(kept.of('b').get()?.answers.name).toBe('Second');
  }
  drafts.of('a').reset(null);
  const reloaded = createEditDrafts(storage);
  expect(reloaded.of('a').get()).toBeNull();
  expect(reloaded.of('b').get()?.answers.name).toBe('Second');
});

it('stores the last twenty edits', () => {
  const storage = createMemoryStorage();
  const drafts = createEditDrafts(storage);
  const ids = Array.from({ length: 21 }, (_, place) => `c${place}`);
  for (const id of ids) drafts.of(id).set(rename(connectionOf(id), 'Mine'));
  drafts.of('c0').set(rename(connectionOf('c0'), 'Mine again'));
  const reloaded = createEditDrafts(storage);
  expect(ids.filter((id) => reloaded.of(id).get() === null)).toEqual(['c1']);
});

it('an edit without a change is no draft', () => {
  const sales = connectionOf('sales');
  expect(hasChanges(rename(sales, 'sales'))).toBe(false);
  expect(hasChanges(rename(sales, 'Stock'))).toBe(true);
});
