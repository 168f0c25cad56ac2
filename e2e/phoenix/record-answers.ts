import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { recordedRequests } from '../../src/testing/recorded-requests.ts';
import { startPhoenix } from './start-phoenix.ts';

/**
 * `npm run record:phoenix`: records the answers of a real Phoenix Query Server for the tests of the sample cluster.
 */

const phoenix = await startPhoenix({ listeners: ['0'], views: 0 });
const url = `http://127.0.0.1:${phoenix.ports[0]}/`;
try {
  const answers: Record<string, { readonly status: number; readonly body: string }> = {};
  for (const { name, body } of recordedRequests()) {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/x-google-protobuf' },
      body,
    });
    answers[name] = {
      status: response.status,
      body: Buffer.from(await response.arrayBuffer()).toString('base64'),
    };
  }
  const file = join(import.meta.dirname, '../../src/testing/recorded-answers.json');
  writeFileSync(file, `${JSON.stringify(answers, null, 2)}\n`);
} finally {
  await phoenix.stop();
}
