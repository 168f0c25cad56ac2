import { describe, expect, it } from 'vitest';
import { phoenix } from '../../sources/phoenix/phoenix.ts';
import { toPatch } from './edit-connection.ts';
import { findConflicts, rebaseAnswers } from './rebase-answers.ts';
import type { SourceAnswers } from './source-answers.ts';

const before: SourceAnswers = {
  authMethod: 'Basic Authentication',
  preset: 'hdinsight',
  name: 'Phoenix test connection',
  description: 'Phoenix test connection',
  params: {
    host: 'mycluster.azurehdinsight.net',
    port: '443',
    httpPath: '/hbasephoenix0',
    username: 'admin',
    password: '',
    enableSsl: true,
  },
};

describe('two users who edit one connection', () => {
  it('keep their changes, and see the values that both changed', () => {
    const now = {
      ...before,
      name: 'Theirs',
      description: 'Theirs',
      params: { ...before.params, port: '8765', enableSsl: false },
    };
    const here = {
      ...before,
      name: 'Mine',
      params: { ...before.params, username: 'me', password: 'mine', port: '9999' },
    };
    const rebased = rebaseAnswers(phoenix, before, now, here);
    expect(rebased).toMatchObject({
      name: 'Mine',
      description: 'Theirs',
      params: { username: 'me', password: 'mine', port: '9999', enableSsl: false },
    });
    expect(findConflicts(phoenix, before, now, rebased)).toEqual([
      { label: 'Connection name', before: 'Phoenix test connection', now: 'Theirs', here: 'Mine' },
      { label: 'Description', before: 'Phoenix test connection', now: 'Theirs', here: 'Theirs' },
      { label: 'Port', before: '443', now: '8765', here: '9999' },
      { label: 'Enable SSL', before: 'On', now: 'Off', here: 'Off' },
    ]);
  });

  it('send nothing more for a name that the other user changed in the same way', () => {
    const same = { ...before, name: 'Same' };
    expect(toPatch(phoenix, same, rebaseAnswers(phoenix, before, same, same))).toEqual([]);
  });
});
