import { Pool } from 'undici';
import { gatewayBasePath } from '../../src/flow-service/endpoints.ts';
import { demoCredentials } from '../../src/flow-service/schemas/environment.ts';
import { toRequestHeaders } from '../../src/flow-service/request-headers.ts';
import { startProgram } from '../support/servers/start-program.ts';
import { percentile } from './percentile.ts';
import { printTable } from './print-table.ts';

/**
 * `npm run bench`: the time that the proxy adds to a create. The same create is sent through `npm start` and directly
 * to the local Flow Service in a separate process, alternating, one at a time, over kept-alive connections.
 */
const requests = { warmUp: 500, compared: 2000, all: 10_000 };

/** The number of creates after which the service clears its memory, which is not part of the measurement. */
const forgetAfter = 250;

const creation = JSON.stringify({
  name: 'Phoenix test connection',
  description: 'Phoenix test connection',
  auth: {
    specName: 'Basic Authentication',
    params: {
      host: 'mycluster.azurehdinsight.net',
      username: 'admin',
      password: 'password',
      port: 443,
      httpPath: '/hbasephoenix0',
      enableSsl: true,
    },
  },
  connectionSpec: { id: '102706fb-a5cd-42ee-afe0-bc42f017ff43', version: '1.0' },
});

/** Returns a function that sends a create and measures its milliseconds. */
function toCreator(origin: string, basePath: string, headers: Record<string, string>) {
  const pool = new Pool(origin, { connections: 1 });
  return {
    async create(): Promise<number> {
      const begin = performance.now();
      const { statusCode, body } = await pool.request({
        method: 'POST',
        path: `${basePath}/flowservice/connections`,
        headers,
        body: creation,
      });
      await body.dump();
      if (statusCode !== 201) throw new Error(`${origin} responded with ${statusCode}.`);
      return performance.now() - begin;
    },
    close: () => pool.close(),
  };
}

const service = await startProgram('src/server/emulator.ts', { HOST: '127.0.0.1' });
const server = await startProgram('src/server/start.ts', {
  HOST: '127.0.0.1',
  AEP_GATEWAY_URL: service.origin,
});
const demo = await fetch(`${service.origin}/local/demo-credentials`, { method: 'POST' });
const { sandbox, ...credentials } = demoCredentials.parse(await demo.json());
const headers = { ...toRequestHeaders(credentials, sandbox), 'content-type': 'application/json' };
const straight = toCreator(service.origin, gatewayBasePath, headers);
const through = toCreator(server.origin, '/api', headers);

const straightTimes: number[] = [];
const throughTimes: number[] = [];
for (let done = 0; done < requests.warmUp + requests.compared; done += 1) {
  if (done % forgetAfter === 0) await fetch(`${service.origin}/local/reset`, { method: 'POST' });
  // The order also alternates.
  const order = done % 2 === 0 ? [straight, through] : [through, straight];
  for (const creator of order) {
    const duration = await creator.create();
    if (done >= requests.warmUp) (creator === straight ? straightTimes : throughTimes).push(duration);
  }
}
const early = server.memory();
for (let done = requests.compared; done < requests.all; done += 1) {
  if (done % forgetAfter === 0) await fetch(`${service.origin}/local/reset`, { method: 'POST' });
  await through.create();
}
const late = server.memory();
await Promise.all([straight.close(), through.close()]);
await Promise.all([server.close(), service.close()]);

printTable(
  ['one create', 'straight', 'through the proxy', 'added'],
  [0.5, 0.99].map((share) => {
    const [direct, proxied] = [percentile(straightTimes, share), percentile(throughTimes, share)];
    const times = [direct, proxied, proxied - direct].map((time) => `${time.toFixed(2)} ms`);
    return [`p${share * 100}`, ...times];
  }),
);
const growth = ((late / early - 1) * 100).toFixed(1);
process.stdout.write(
  `\nMemory of the server after ${requests.compared} and ${requests.all} requests: ` +
    `${early.toFixed(0)} and ${late.toFixed(0)} MiB (${growth} %)\n`,
);
