import { describe, expect, test } from 'vitest';
import { type PastedShape, readShape, toCase } from '../testing/pasted-shapes.ts';

const key = { apiKey: 'key' };
const server = { host: 'h.example', port: '443', httpPath: '/p', enableSsl: true };
const signIn = { username: 'admin', password: 'pw' };
const thin = 'jdbc:phoenix:thin:url=https://h.example:443/p';
const json = (value: unknown) => JSON.stringify(value);
const unclaimed = (names: string) =>
  `Some names were skipped because the text does not show that they belong to Phoenix: ${names}. If they do, enter their values.`;

const shapes: Readonly<Record<string, readonly PastedShape[]>> = {
  'YAML and properties': [
    [
      `spring:\n  datasource:\n    url: ${thin}\n    username: admin\n    password: pw`,
      { params: { ...server, ...signIn } },
      [],
    ],
    [
      `spring.datasource.url=${thin}\nspring.datasource.username=admin\nspring.datasource.password=pw`,
      { params: { ...server, ...signIn } },
      [],
    ],
    [
      'spring:\n  datasource:\n    url: jdbc:postgresql://h/db\n    username: admin\n    password: pw\nphoenix:\n  host: h.example',
      { params: { host: 'h.example' } },
      [],
      ['spring'],
    ],
    [
      'phoenix:\n  server:\n    host: h.example\n    port: 443\n  user: admin',
      { params: { host: 'h.example', port: '443', username: 'admin' } },
      [],
    ],
    [
      'services:\n  app:\n    environment:\n      - PHOENIX_HOST=h.example\n      - PHOENIX_PASSWORD=${PW}',
      { params: { host: 'h.example' } },
      [],
      ['PHOENIX_PASSWORD'],
    ],
    [
      'env:\n- name: PHOENIX_HOST\n  value: h.example\n- name: PHOENIX_PASSWORD\n  valueFrom: {secretKeyRef: {name: s, key: k}}',
      { params: { host: 'h.example' } },
      [],
      ['PHOENIX_PASSWORD'],
    ],
    [
      'phoenix:\n  host: {{ host }}\n  password: {{ vault_pw }}\n  port: 443',
      { params: { port: '443' } },
      [],
      ['host', 'password'],
    ],
    [
      '[Phoenix DSN]\nDriver=/usr/lib/libphoenix.so\nHost=h.example\nPort=443\nUID=admin\nPWD=pw',
      { params: { host: 'h.example', port: '443', ...signIn } },
      [],
      ['Driver'],
    ],
  ],
  'names of another program': [
    [
      'PORT=3000 HOST=0.0.0.0 USERNAME=jdoe CLIENT_ID=key IMS_ORG=o',
      { apiKey: 'key', organizationId: 'o' },
      [unclaimed('PORT, HOST, USERNAME')],
      ['PORT', 'HOST', 'USERNAME'],
    ],
    [
      'PORT=3000\nHOST=0.0.0.0\nNODE_ENV=production',
      {},
      [unclaimed('PORT, HOST')],
      ['PORT', 'HOST', 'NODE_ENV'],
    ],
    ['PORT=3000\nPHOENIX_PORT=443', { params: { port: '443' } }, [], ['PORT']],
    [
      json({ CLIENT_ID: 'key', host: 'localhost', port: 3000 }),
      key,
      [unclaimed('host, port')],
      ['host', 'port'],
    ],
    [
      json({ github: { token: 'x', client_id: 'y' }, phoenix: { host: 'h.example' } }),
      { params: { host: 'h.example' } },
      [],
      ['github'],
    ],
    [
      'HOST=h.example\nPORT=443\nUSERNAME=admin',
      { params: { host: 'h.example', port: '443', username: 'admin' } },
      [],
    ],
  ],
};

describe.each(Object.entries(shapes))('%s', (_, rows) => {
  test.each(rows.map(toCase))('$text', (shape) => {
    expect(readShape(shape.text)).toEqual(shape);
  });
});
