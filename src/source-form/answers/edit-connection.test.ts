import { describe, expect, it } from 'vitest';
import { createEmulatorFixture, phoenixRequest } from '../../testing/emulator-fixture.ts';
import { phoenix } from '../../sources/phoenix/phoenix.ts';
import { connection as connectionSchema } from '../../flow-service/schemas/connection.ts';
import { exampleParams } from '../../sources/example-params.ts';
import { cabinet } from '../../testing/cabinet-source.ts';
import type { SourceAnswers } from './source-answers.ts';
import { editAnswersSchema, toPatch, touchesParams } from './edit-connection.ts';
import { fromConnection, unreadParams } from './from-connection.ts';

async function open() {
  const { client } = createEmulatorFixture();
  const { id } = await client.createConnection('prod', phoenixRequest());
  const read = async () => {
    const connection = await client.getConnection('prod', id);
    return { connection, answers: fromConnection(phoenix, connection) };
  };
  const { connection, answers: before } = await read();
  return { client, id, connection, before, read };
}

it('a connection fills in the form, except its password', async () => {
  const { before } = await open();
  expect(before).toMatchObject({
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
  });
  expect(Object.keys(before.params)).toEqual(phoenix.authMethod.params.map(({ name }) => name));
});

it('a connection without params fills in the form too', async () => {
  const { connection } = await open();
  const { auth: _, description: __, ...bare } = connection;
  expect(fromConnection(phoenix, bare)).toMatchObject({
    description: '',
    params: { host: '', port: '', enableSsl: '' },
  });
});

describe('an edit', () => {
  it('without changes sends nothing and asks for no password', async () => {
    const { before } = await open();
    expect(toPatch(phoenix, before, before)).toEqual([]);
    expect(editAnswersSchema(phoenix, before, before, []).safeParse(before).success).toBe(true);
  });

  it('of name and description does not change the params', async () => {
    const { client, id, connection, before, read } = await open();
    const answers = { ...before, name: ' Renamed ', description: '' };
    expect(touchesParams(phoenix, before, answers)).toBe(false);
    await client.updateConnection('prod', id, connection.etag, toPatch(phoenix, before, answers));
    const { connection: after } = await read();
    expect(after).toMatchObject({ name: 'Renamed', auth: connection.auth });
    expect(after).not.toHaveProperty('description');
  });

  it('of one param requires the password, and sends all params', async () => {
    const { client, id, connection, before, read } = await open();
    const moved = { ...before, params: { ...before.params, port: '8765' } };
    const issues = editAnswersSchema(phoenix, before, moved, []).safeParse(moved).error?.issues ?? [];
    expect(issues.map(({ path }) => path.join('.'))).toEqual(['params.password']);

    const answers = { ...moved, params: { ...moved.params, password: ' new ' } };
    const operations = toPatch(phoenix, before, answers);
    expect(operations).toEqual([
      {
        op: 'replace',
        path: '/auth/params',
        value: { ...phoenixRequest().auth.params, port: 8765, password: ' new ' },
      },
    ]);
    await client.updateConnection('prod', id, connection.etag, operations);
    expect((await read()).connection.auth?.params).toMatchObject({ port: 8765, username: 'admin' });
  });

  it('of only the password sends all params', async () => {
    const { before } = await open();
    const answers = { ...before, params: { ...before.params, password: 'rotated' } };
    expect(toPatch(phoenix, before, answers)).toMatchObject([
      { path: '/auth/params', value: { host: before.params['host'], password: 'rotated' } },
    ]);
  });

  it('that adds a missing description uses add', async () => {
    const { before } = await open();
    expect(toPatch(phoenix, { ...before, description: '' }, before)).toEqual([
      { op: 'add', path: '/description', value: 'Phoenix test connection' },
    ]);
  });
});

describe('a value of a connection that cannot be read', () => {
  const read = connectionSchema.parse({
    id: 'a',
    auth: { params: { ...exampleParams(cabinet), port: true, encrypt: 'yes' } },
  });
  const before = fromConnection(cabinet, read);
  const problemsOf = (change: Partial<SourceAnswers>) => {
    const answers = { ...before, name: 'Renamed', ...change };
    const schema = editAnswersSchema(cabinet, before, answers, unreadParams(cabinet, read));
    return schema.safeParse(answers).error?.issues.map(({ message }) => message) ?? [];
  };
  const secrets = { pem: 'key', keys: '{"a":"b"}' };

  it('does not prevent another name', () => {
    expect(problemsOf({})).toEqual([]);
  });

  it('must be entered again before other values are changed', () => {
    expect(
      problemsOf({ params: { ...before.params, ...secrets, server: 'other.example', port: '9042' } }),
    ).toEqual(['The stored value of Encrypt cannot be read. Enter it again.']);
    const params = { ...before.params, ...secrets, server: 'other.example', port: '9042', encrypt: true };
    expect(problemsOf({ params })).toEqual([]);
  });
});
