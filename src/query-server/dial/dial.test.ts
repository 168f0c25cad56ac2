import { createServer as createHttpServer } from 'node:http';
import { createServer } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { closedPolicy as closed } from '../../testing/closed-policy.ts';
import { listenOnLoopback } from '../../testing/listen-on-loopback.ts';
import { createTransport } from '../http-transport.ts';
import { dial, resolveHost } from './dial.ts';
import { type DialPolicy, isAddressAllowed, isPortAllowed } from './dial-policy.ts';

const off: DialPolicy = { ...closed, reach: 'off' };
const global: DialPolicy = { ...closed, reach: 'global' };
const never = new AbortController().signal;

describe('which addresses may be opened', () => {
  it.each([
    [
      'loopback',
      '127.0.0.1',
      '127.255.255.254',
      '::1',
      '::ffff:127.0.0.1',
      '::127.0.0.1',
      '64:ff9b::127.0.0.1',
    ],
    ['private', '10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1', '::ffff:10.0.0.1'],
    ['unique-local', 'fd12:3456::1', 'fc00::1'],
    ['carrier-grade', '100.64.0.1', '100.127.255.255'],
  ])('%s: by a private server, not by a public one', (_, ...addresses) => {
    for (const address of addresses) {
      expect([address, isAddressAllowed(address, closed)]).toEqual([address, true]);
      expect([address, isAddressAllowed(address, global)]).toEqual([address, false]);
      expect([address, isAddressAllowed(address, off)]).toEqual([address, false]);
    }
  });

  it.each([
    '8.8.8.8',
    '100.63.255.255',
    '172.32.0.1',
    '2606:4700::1111',
    '::ffff:8.8.8.8',
    '64:ff9b::8.8.8.8',
  ])('global %s: by both, and not when checks are off', (address) => {
    expect(isAddressAllowed(address, closed)).toBe(true);
    expect(isAddressAllowed(address, global)).toBe(true);
    expect(isAddressAllowed(address, off)).toBe(false);
  });

  it.each([
    ['unspecified', '0.0.0.0', '::', '::ffff:0.0.0.0'],
    [
      'link-local, with the metadata services there',
      '169.254.169.254',
      'fe80::1',
      'fe80::1%lo',
      '::ffff:169.254.169.254',
      '64:ff9b::a9fe:a9fe',
    ],
    ['site-local', 'fec0::1'],
    ['multicast', '224.0.0.1', '239.255.255.255', 'ff02::1'],
    ['broadcast', '255.255.255.255'],
    ['reserved', '240.0.0.1', '192.0.2.1', '198.18.0.1', '203.0.113.7', '2001:db8::1', '100::1'],
    ['protocol ranges', '192.0.0.1', '192.88.99.1', '192.175.48.1'],
    ['Teredo', '2001::1'],
    ['6to4', '2002:a00:1::1'],
    ['NAT64 with a local prefix', '64:ff9b:1::1', '64:ff9b:1::127.0.0.1'],
    [
      'metadata services elsewhere',
      '168.63.129.16',
      '100.100.100.200',
      'fd00:ec2::254',
      'fd20:ce::254',
      'fd00:c1::a9fe:a9fe',
      'fd00:42::42',
      'fd00:a9fe:a9fe::1',
      'fd00:100::100:200',
      '::ffff:168.63.129.16',
    ],
    ['what is no address', '127.1', '2130706433', '0', 'localhost', ''],
  ])('%s: never', (_, ...addresses) => {
    const everything = ['0.0.0.0/0', '::/0'];
    for (const address of addresses) {
      expect([address, isAddressAllowed(address, { ...closed, ranges: everything })]).toEqual([
        address,
        false,
      ]);
      expect([address, isAddressAllowed(address, { ...global, ranges: everything })]).toEqual([
        address,
        false,
      ]);
    }
  });

  it('a public server opens the ranges in its settings, and no others', () => {
    const policy = { ...global, ranges: ['10.20.0.0/16', 'fd12::/16'] };
    expect(isAddressAllowed('10.20.3.4', policy)).toBe(true);
    expect(isAddressAllowed('::ffff:10.20.3.4', policy)).toBe(true);
    expect(isAddressAllowed('fd12::1', policy)).toBe(true);
    expect(isAddressAllowed('10.21.0.1', policy)).toBe(false);
  });
});

describe('which ports may be opened', () => {
  it('any port by a private server, 80, 443 and 1024 and higher by a public one', () => {
    for (const port of [22, 25, 80, 443, 1023, 1024, 65_535]) {
      expect(isPortAllowed('8.8.8.8', port, closed)).toBe(true);
      expect([port, isPortAllowed('8.8.8.8', port, global)]).toEqual([
        port,
        [80, 443].includes(port) || port >= 1024,
      ]);
    }
  });

  it('the ports of the server on no address of this computer', () => {
    const policy = { ...closed, ownPorts: [4173] };
    for (const address of ['127.0.0.1', '127.0.0.2', '::1', '::ffff:127.0.0.1']) {
      expect([address, isPortAllowed(address, 4173, policy)]).toEqual([address, false]);
      expect(isPortAllowed(address, 8765, policy)).toBe(true);
    }
    expect(isPortAllowed('8.8.8.8', 4173, policy)).toBe(true);
  });
});

describe('dial', () => {
  const startListener = () =>
    listenOnLoopback(createServer((socket) => socket.on('error', () => undefined).end('here')));
  const answering = (addresses: readonly string[]) => () =>
    Promise.resolve(addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })));

  it('opens the address that it looked up, and looks up once', async () => {
    const port = await startListener();
    let lookups = 0;
    const lookup = () => {
      lookups += 1;
      // The second lookup returns another address, as a rebinding name does.
      return Promise.resolve([{ address: lookups === 1 ? '127.0.0.1' : '169.254.169.254', family: 4 }]);
    };
    const socket = await dial('db.example', port, { policy: closed, signal: never, lookup });
    expect(socket.remoteAddress).toBe('127.0.0.1');
    expect(lookups).toBe(1);
    socket.destroy();
  });

  it('tries the next address when the first one does not respond', async () => {
    const port = await startListener();
    const socket = await dial('db.example', port, {
      policy: closed,
      signal: never,
      lookup: answering(['::1', '127.0.0.1']),
    });
    expect(socket.remoteAddress).toBe('127.0.0.1');
    socket.destroy();
  });

  it.each([
    ['a name with one rejected address among several', ['8.8.8.8', '169.254.169.254']],
    ['a name of a metadata service', ['168.63.129.16']],
  ])('rejects %s', async (_, addresses) => {
    const options = { policy: closed, signal: never, lookup: answering(addresses) };
    await expect(resolveHost('db.example', options)).rejects.toMatchObject({ reason: 'addressNotAllowed' });
  });

  it.each(['0', '127.1', '2130706433', '0x7f.1'])('checks what %s resolves to', async (host) => {
    const options = { policy: global, signal: never };
    await expect(dial(host, 8765, options)).rejects.toMatchObject({
      reason: expect.stringMatching(/addressNotAllowed|hostUnknown/),
    });
  });

  it('makes no lookup when checks are off', async () => {
    const lookup = () => Promise.reject(new Error('looked up'));
    await expect(dial('db.example', 443, { policy: off, signal: never, lookup })).rejects.toMatchObject({
      reason: 'checkNotAllowed',
    });
  });

  it('reports why it could not connect', async () => {
    await expect(dial('127.0.0.1', 1, { policy: closed, signal: never })).rejects.toMatchObject({
      stage: 'network',
      reason: 'connectionRefused',
    });
    await expect(dial('nobody.invalid', 1, { policy: closed, signal: never })).rejects.toMatchObject({
      stage: 'hostName',
      reason: expect.stringMatching(/hostUnknown|hostLookupFailed/),
    });
    const port = await startListener();
    await expect(
      dial('127.0.0.1', port, { policy: { ...closed, ownPorts: [port] }, signal: never }),
    ).rejects.toMatchObject({ reason: 'portNotAllowed' });
  });

  /** A transport to a name that resolves to this computer. */
  const transportTo = (port: number, isEncrypted: boolean) =>
    createTransport(
      { host: 'db.example', port, path: '/', isEncrypted, credentials: null },
      {
        openSocket: (host, at, signal) =>
          dial(host, at, { policy: closed, signal, lookup: answering(['127.0.0.1']) }),
        timeout: 10_000,
      },
    );

  it('keeps the name in Host, follows no redirect, and ignores proxy settings in the environment', async () => {
    for (const name of ['HTTP_PROXY', 'http_proxy', 'ALL_PROXY']) vi.stubEnv(name, 'http://127.0.0.1:1');
    onTestFinished(() => void vi.unstubAllEnvs());
    const asked: string[] = [];
    const port = await listenOnLoopback(
      createHttpServer((request, response) => {
        asked.push(`${request.headers.host}${request.url}`);
        response.writeHead(307, { location: '/elsewhere' }).end();
      }),
    );
    const transport = transportTo(port, false);
    expect(await transport.post(Buffer.from('request'))).toMatchObject({ status: 307 });
    transport.close();
    expect(asked).toEqual([`db.example:${port}/`]);
  });

  it('keeps the name in the TLS handshake', async () => {
    const names: string[] = [];
    const server = createTlsServer({
      SNICallback(name, done) {
        names.push(name);
        done(new Error('no certificate'));
      },
    });
    const transport = transportTo(await listenOnLoopback(server), true);
    await expect(transport.post(Buffer.from('request'))).rejects.toMatchObject({ stage: 'encryption' });
    transport.close();
    expect(names).toEqual(['db.example']);
  });

  it('stops when canceled, even during a lookup', async () => {
    const control = new AbortController();
    const lookup = () => new Promise<never>(() => undefined);
    const dialled = dial('db.example', 443, { policy: closed, signal: control.signal, lookup });
    control.abort();
    await expect(dialled).rejects.toMatchObject({ stage: 'hostName' });
  });
});
