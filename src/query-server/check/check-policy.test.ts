import { createServer } from 'node:net';
import { closedPolicy } from '../../testing/closed-policy.ts';
import { listenOnLoopback } from '../../testing/listen-on-loopback.ts';
import { summarizeCheck } from '../../testing/summarize-check.ts';
import type { DialPolicy } from '../dial/dial-policy.ts';
import { describe, expect, it } from 'vitest';
import { askForSignIn, check, errorMessage, lookupOf, startHttp } from '../../testing/check-fixture.ts';

describe('what may be opened', () => {
  it.each<[string, string, Partial<DialPolicy>, readonly string[]]>([
    ['an open server that is not allowed to', 'hostName: checkNotAllowed', { reach: 'off' }, ['127.0.0.1']],
    [
      'a private address of an open server',
      'hostName: addressNotAllowed',
      { reach: 'global' },
      ['127.0.0.1'],
    ],
    ['a metadata service', 'hostName: addressNotAllowed', {}, ['169.254.169.254']],
    [
      'one refused address among several',
      'hostName: addressNotAllowed',
      {},
      ['127.0.0.1', '169.254.169.254'],
    ],
    ['a name without addresses', 'hostName: hostUnknown', {}, []],
  ])('%s: %s, and no connection is opened', async (_, outcome, policy, addresses) => {
    const { port, count } = await startHttp(askForSignIn);
    const { lookup } = lookupOf(addresses);
    const events = check({ port }, { policy: { ...closedPolicy, ...policy }, lookup });
    expect(await summarizeCheck(events)).toMatchObject({ outcome, isSample: false });
    expect(count()).toBe(0);
  });

  it('the ports of this server are not opened', async () => {
    const { port, count } = await startHttp(askForSignIn);
    const events = check({ port }, { policy: { ...closedPolicy, ownPorts: [port] } });
    expect(await summarizeCheck(events)).toMatchObject({ outcome: 'network: portNotAllowed' });
    expect(count()).toBe(0);
  });

  it.each(['db.example/path', 'user@db.example', 'db example', 'db\u0000.example', '１２７.0.0.1'])(
    'the host %j is not looked up',
    async (host) => {
      const { lookup, count } = lookupOf(['127.0.0.1']);
      expect(await summarizeCheck(check({ host }, { lookup }))).toMatchObject({
        outcome: 'hostName: hostUnknown',
      });
      expect(count()).toBe(0);
    },
  );

  it('all connections use the addresses of one lookup', async () => {
    const { port, count } = await startHttp((_incoming, outgoing) => {
      outgoing.writeHead(500, { connection: 'close' }).end(errorMessage);
    });
    const names = lookupOf(['127.0.0.1'], ['169.254.169.254']);
    const { facts } = await summarizeCheck(check({ port }, { lookup: names.lookup }));
    expect(facts).toMatchObject({ addresses: ['127.0.0.1'], address: '127.0.0.1' });
    expect(names.count()).toBe(1);
    expect(count()).toBeGreaterThan(3);
  });

  it('an address in brackets is opened', async () => {
    const server = createServer((socket) => socket.end());
    const port = await listenOnLoopback(server);
    const { facts } = await summarizeCheck(check({ host: '[::ffff:127.0.0.1]', port, protocol: 'none' }));
    expect(facts.addresses).toEqual(['::ffff:127.0.0.1']);
  });

  it('a redirect is not followed', async () => {
    const other = await startHttp(askForSignIn);
    const { port } = await startHttp((_incoming, outgoing) => {
      outgoing.writeHead(302, { location: `http://127.0.0.1:${other.port}/` }).end();
    });
    expect(await summarizeCheck(check({ port }))).toMatchObject({
      outcome: 'httpPath: redirected',
      facts: { status: 302 },
    });
    expect(other.count()).toBe(0);
  });
});
