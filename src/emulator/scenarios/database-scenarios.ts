import { jsonAnswer } from '../answer.ts';
import { newEtag } from '../connections/new-etag.ts';
import { findConnection } from '../operations/find-connection.ts';
import { Refusal, problem } from '../refusal.ts';
import { type Scenario, atHost, onCreate, visit } from './scenario.ts';

/** The password that the host `wrong-password.example` accepts. */
const rightPassword = 'correct horse';

/** Behavior of the database behind a connection. */
export const databaseScenarios = [
  {
    ...onCreate('wrong-password'),
    description: `The database rejects the username and password during creation. The password "${rightPassword}" works.`,
    everywhere: false,
    act: (call, operation) => {
      const outcome = operation(call);
      if (outcome.saved?.auth.params['password'] === rightPassword) return outcome;
      throw refusedByDatabase();
    },
  },
  {
    ...onCreate('quoted-password'),
    description: `The database rejects the password during creation and repeats it in the error. The password "${rightPassword}" works.`,
    everywhere: false,
    act: (call, operation) => {
      const outcome = operation(call);
      const password = String(outcome.saved?.auth.params['password']);
      if (password === rightPassword) return outcome;
      throw refusedByDatabase(` Signing in with ${password} failed.`);
    },
  },
  {
    name: 'unreachable-host',
    description: 'The host is unreachable. Creating the connection fails.',
    reachedBy: { field: 'Host', value: 'unreachable.example' },
    on: ['createConnection'],
    everywhere: false,
    act: (call, operation) => {
      operation(call);
      throw problem(
        '1308-400',
        'The connection could not be opened. ERROR [HY000] [Microsoft][Phoenix] Failed to establish a connection to the host.',
      );
    },
  },
  {
    ...atHost('test-false'),
    description: 'The connection is created, but its test fails without a reason.',
    on: ['testConnection'],
    everywhere: false,
    act: (call) => {
      findConnection(call);
      return { answer: jsonAnswer(200, { result: false }) };
    },
  },
  {
    ...atHost('test-refused'),
    description: 'The connection is created, but its test fails with an error from the database.',
    on: ['testConnection'],
    everywhere: false,
    act: visit('test-refused.example'),
  },
  {
    ...atHost('test-times-out'),
    description: 'The connection is created, but the database does not respond to its test.',
    on: ['testConnection'],
    everywhere: false,
    act: visit('hbase-down.example'),
  },
  {
    ...atHost('test-slow'),
    description: 'The connection is created. Its test takes 12 seconds.',
    on: ['testConnection'],
    everywhere: false,
    act: visit('slow.example'),
  },
  {
    ...atHost('changed-meanwhile'),
    description: 'Another user changes the connection just before its first update.',
    on: ['updateConnection'],
    everywhere: false,
    act: (call, operation) => {
      const found = findConnection(call);
      if (found.updatedAt !== found.createdAt) return operation(call);
      const etag = newEtag(call.writeTime, call.newId);
      // `exc_app` is Adobe's own interface (docs/flow-service.md#the-connection-object).
      const saved = { ...found, updatedAt: call.writeTime, updatedClient: 'exc_app', version: etag, etag };
      const connections = new Map([...call.connections, [saved.id, saved]]);
      try {
        return operation({ ...call, connections });
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        return { answer: error.toAnswer(call.newId()), saved };
      }
    },
  },
  {
    ...atHost('in-use'),
    description: 'A dataflow uses the connection, so it cannot be deleted.',
    on: ['deleteConnection'],
    everywhere: false,
    act: (call) => {
      const { id } = findConnection(call);
      throw problem('1418-400', `The connection ${id} is still used by dataflows.`, id);
    },
  },
  {
    ...atHost('no-tables'),
    description: 'The database has no tables.',
    on: ['exploreConnection'],
    everywhere: false,
    act: visit('no-tables.example'),
  },
  {
    ...atHost('many-tables'),
    description: 'The database has 10,000 tables.',
    on: ['exploreConnection'],
    everywhere: false,
    act: visit('many-tables.example'),
  },
  {
    ...atHost('unusual-names'),
    description:
      'Table and column names contain quotes, slashes, spaces and Unicode, or have 500 characters.',
    on: ['exploreConnection'],
    everywhere: false,
    act: visit('unusual-names.example'),
  },
] as const satisfies readonly Scenario[];

/** Flow Service quotes the text of the provider (ERR-F). */
function refusedByDatabase(more = ''): Refusal {
  return problem(
    '1100-400',
    `The request could not be processed. Error from flow provider: REST call failed with 401 Unauthorized.${more}`,
  );
}
