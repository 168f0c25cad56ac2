import { describe, expect, it } from 'vitest';
import { phoenix } from '../sources/phoenix/phoenix.ts';
import { attemptOf } from '../testing/create-fixture.ts';
import {
  type CreateEvent,
  type CreateState,
  type CreateTask,
  idle,
  reduceCreate,
  restoreCreate,
  unfinishedOf,
} from './create-state.ts';

const task: CreateTask = {
  access: { credentials: null, sandbox: 'prod' },
  source: phoenix,
  request: {
    name: 'Phoenix db',
    auth: { specName: 'Basic Authentication', params: { password: 'SECRET' } },
    connectionSpec: phoenix.connectionSpec,
  },
};
const attempt = attemptOf({});
const receipt = { id: 'new', etag: '"1"' };
const error = new Error('refused');
const lost = new Error('broken');

const start: CreateEvent = { type: 'start', task };
const send: CreateEvent = { type: 'send', attempt };
const lose: CreateEvent = { type: 'lose', error: lost };
const refuse: CreateEvent = { type: 'refuse', error };
const search: CreateEvent = { type: 'search' };
const absent: CreateEvent = { type: 'endSearch', end: { kind: 'absent' } };
const create: CreateEvent = { type: 'create', receipt, attempt, wasLost: false };
const dismiss: CreateEvent = { type: 'dismiss' };
const cancel: CreateEvent = { type: 'cancel' };

function after(...events: readonly CreateEvent[]): CreateState {
  return events.reduce(reduceCreate, idle as CreateState);
}

describe('a create passes through its states', () => {
  it.each([
    [[start], 'checking'],
    [[start, send], 'creating'],
    [[start, send, create], 'created'],
    [[start, send, create, dismiss], 'idle'],
    [[start, cancel], 'idle'],
    [[start, refuse], 'refused'],
    [[start, send, refuse], 'refused'],
    [[start, send, refuse, start], 'checking'],
    [[start, send, refuse, dismiss], 'idle'],
    [[start, send, lose], 'searching'],
    [[start, send, lose, absent], 'notFound'],
    [[start, send, lose, absent, search], 'searching'],
    [[start, send, lose, absent, start], 'checking'],
    [[start, send, lose, absent, start, cancel], 'notFound'],
    [[start, send, lose, absent, dismiss], 'idle'],
    [[start, send, lose, refuse], 'refused'],
    [[start, send, lose, create], 'created'],
    [[start, send, create, start], 'checking'],
    [[start, send, lose, absent, dismiss, search], 'searching'],
  ])('%#', (events, status) => {
    expect(after(...events).status).toBe(status);
  });
});

it('a second click, a cancel after sending, and late events change nothing', () => {
  const creating = after(start, send);
  for (const event of [start, cancel, absent, dismiss, search]) {
    expect(reduceCreate(creating, event)).toBe(creating);
  }
  const created = after(start, send, create);
  for (const event of [lose, refuse, absent, cancel, send]) {
    expect(reduceCreate(created, event)).toBe(created);
  }
  expect(reduceCreate(idle, search)).toBe(idle);
});

it('a sent request is remembered until the user has seen its outcome', () => {
  const left = { attempt, cause: 'left', isDismissed: false };
  expect(unfinishedOf(after(start))).toBeNull();
  expect(unfinishedOf(after(start, send))).toEqual(left);
  expect(unfinishedOf(after(start, send, create))).toEqual(left);
  expect(unfinishedOf(after(start, send, create, dismiss))).toBeNull();
  expect(unfinishedOf(after(start, send, refuse))).toBeNull();
  expect(unfinishedOf(after(start, send, lose))).toEqual({ ...left, cause: 'lost' });
  expect(unfinishedOf(after(start, send, lose, absent, start))).toEqual({ ...left, cause: 'lost' });
  expect(unfinishedOf(after(start, send, lose, absent, dismiss))).toMatchObject({ isDismissed: true });
});

it('an error after a lost response keeps the lost attempt and allows a search for it', () => {
  const refused = after(start, send, lose, absent, start, send, refuse);
  expect(refused).toMatchObject({ status: 'refused', error, unfinished: { attempt, cause: 'lost' } });
  expect(reduceCreate(refused, search)).toMatchObject({ status: 'searching', unfinished: { attempt } });
});

it('a search keeps the cause of the lost response, also when repeated', () => {
  expect(after(start, send, lose, absent, search)).toMatchObject({ loss: lost });
});

it('a reloaded page searches for unfinished attempts, but not for those the user dismissed', () => {
  const unfinished = { attempt, cause: 'left', isDismissed: false } as const;
  expect(restoreCreate(unfinished)).toMatchObject({ status: 'searching', unfinished });
  const dismissed = { ...unfinished, isDismissed: true };
  expect(restoreCreate(dismissed)).toEqual({ status: 'idle', unfinished: dismissed });
});

it('the request with its secrets is cleared when it is no longer needed', () => {
  const clear: CreateEvent = { type: 'clearSecrets' };
  const states = [
    after(start, send, lose),
    after(start, send, lose, absent),
    after(start, send, create),
    after(start, send, lose, refuse),
    reduceCreate(after(start, send, refuse), clear),
    reduceCreate(after(start, send, lose, absent, start, send, refuse), clear),
  ];
  expect(JSON.stringify(states)).not.toContain('SECRET');
});
