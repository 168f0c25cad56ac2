import { expect, it, onTestFinished } from 'vitest';
import type { CheckRequest } from '../../flow-service/schemas/connection-check.ts';
import { readCheckEvents } from '../../testing/read-check-events.ts';
import { readSettings } from '../settings/settings.ts';
import { startBackend } from '../start-backend.ts';

const cluster: CheckRequest = {
  protocol: 'phoenix',
  host: 'mycluster.azurehdinsight.net',
  port: 443,
  path: '/hbasephoenix0',
  isEncrypted: true,
  credentials: { username: 'admin', password: 'sample-password' },
};

async function start(settings: Record<string, string> = {}) {
  const lines: string[] = [];
  const backend = await startBackend(readSettings(settings), [], (line) => lines.push(line));
  onTestFinished(backend.close);
  const ask = async (body: unknown, init: RequestInit = {}) =>
    backend.fetch(
      new Request('http://localhost/api/check', {
        method: 'POST',
        headers: {
          host: 'localhost',
          'content-type': 'application/json',
          'content-length': '2',
          'x-connection-wizard': '1',
        },
        body: JSON.stringify(body),
        ...init,
      }),
    );
  return { lines, ask };
}

it('checks a healthy cluster in every stage', async () => {
  const { ask } = await start();
  const response = await ask(cluster);
  expect(response.headers.get('content-type')).toBe('application/x-ndjson');
  const events = await readCheckEvents(response);
  expect(events[0]).toEqual({ type: 'started', isSample: true });
  const results = events.filter(({ type }) => type === 'result');
  expect(
    results.map((event) => event.type === 'result' && [event.stage, event.state, event.warnings]),
  ).toEqual([
    ['hostName', 'passed', []],
    ['network', 'passed', []],
    ['encryption', 'passed', []],
    ['httpPath', 'passed', []],
    ['signIn', 'passed', []],
    ['queryServer', 'passed', []],
    ['tables', 'passed', []],
  ]);
  expect(events.at(-1)).toMatchObject({ type: 'finished' });
});
