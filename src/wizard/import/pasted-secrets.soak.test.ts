import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { readPastedText } from '../../imports/read-pasted-text.ts';
import { noPlatformAnswers } from '../../session/platform-answers.ts';
import { createSourceAnswers } from '../../source-form/answers/source-answers.ts';
import { phoenix } from '../../sources/phoenix/phoenix.ts';
import { saveDraft } from '../draft.ts';
import { type WizardAnswers, mergeAnswers, toImportRows } from './import-rows.ts';

const runs = Number(process.env['SOAK_RUNS'] ?? 500);
const seed = Number(process.env['SOAK_SEED'] ?? 20_250_502);

/** The start and the end of every secret, so that a part of it is also found. */
const ends = ['Zq9', '9qZ'] as const;
const secret = fc
  .string({ unit: fc.constantFrom(...Array.from('aX7!#$%&*+,-./:;=?@^_ ~"\'\\()<>{}|')), maxLength: 6 })
  .map((middle) => `${ends[0]}${middle}${ends[1]}`);

const clearNames =
  'avatica_user PHOENIX_USER user username UID Host PHOENIX_HTTP_PATH API_KEY SANDBOX CONNECTION_NAME';
const secretNames =
  'avatica_password PHOENIX_PASSWORD password PWD passwd DB_PASSWORD client_secret ACCESS_TOKEN truststore_password dbPass';
const signs = ['=', '=', '=', ' = ', ': ', ':', '=>', '%3D'];
const quotes = ['', '', '', '"', "'", '\\"'];
const separators = [
  ';',
  '; ',
  ' ; ',
  '&',
  ' && ',
  ',',
  ', ',
  ' ',
  '\t',
  '\n',
  '\r\n',
  ' | ',
  '/',
  '\\n',
  '%3B',
  '&amp;',
  ' -e ',
];
const beginnings = [
  '',
  '',
  '',
  'export ',
  'set ',
  '$env:',
  'docker run -e ',
  '-D',
  '# ',
  '- ',
  '{',
  '?',
  '"',
  'Driver={Phoenix};',
  'PHOENIX_URL=https://h.example:443/p;',
  'jdbc:phoenix:thin:url=https://h.example:443/p;',
  'jdbc:phoenix:thin:url=https://h.example:443/p',
  'https://h.example:443/p?',
  'https://h.example:443/p',
  'https://u;',
  'h.example:443/p',
  'curl https://x -d ',
  "curl https://x -H 'x-api-key: k, ",
];
const wraps: readonly ((text: string) => string)[] = [
  ...Array.from({ length: 6 }, () => (text: string) => text),
  (text) => `"${text}"`,
  (text) => `${text};`,
  (text) => `API_KEY=key\n${text}`,
  (text) => `${text} # ${text}`,
  (text) => JSON.stringify({ username: text }),
  (text) => JSON.stringify({ PHOENIX_URL: text, PHOENIX_USER: 'admin' }),
  (text) => JSON.stringify({ PHOENIX_HOST: text, config: JSON.stringify({ nested: text }) }),
  (text) =>
    JSON.stringify({
      values: [
        { key: 'PHOENIX_USER', value: text },
        { key: 'API_KEY', value: 'key' },
      ],
    }),
  (text) =>
    JSON.stringify({ name: text, description: text, auth: { params: { host: text, httpPath: text } } }),
  (text) => `curl 'https://x' -H 'x-sandbox-name: ${text}' -H 'x-api-key: key'`,
  (text) =>
    `curl 'https://x' --data-raw '${JSON.stringify({ name: text, auth: { params: { host: 'h' } } })}'`,
];

/** The other formats, with the text as the value of a known name. */
const formats: readonly ((text: string) => string)[] = [
  (text) => `phoenix:\n  user: ${JSON.stringify(text)}\n  host: h.example`,
  (text) => `phoenix:\n  user: ${text}\n  password: ${text}`,
  (text) => `[phoenix]\nuser = ${text}\nhost: h.example`,
  (text) => `spring.datasource.url=jdbc:phoenix:thin:url=${text}\nspring.datasource.username=${text}`,
  (text) => `http POST https://x 'x-sandbox-name:${text}' x-api-key:key`,
  (text) => `wget --header='x-sandbox-name: ${text}' --header='x-api-key: key' https://x`,
  (text) => `Invoke-RestMethod https://x -Headers @{ 'x-sandbox-name' = '${text}'; 'x-api-key' = 'key' }`,
  (text) => `import requests\nrequests.get(u, headers={'x-sandbox-name': '${text}', 'x-api-key': 'key'})`,
  (text) => `phoenixdb.connect('https://h.example/p', user='${text}', host='${text}')\n`,
  (text) => `fetch("https://x", { headers: { "x-sandbox-name": "${text}", "x-api-key": "key" } });`,
  (text) => `POST https://x HTTP/1.1\nx-sandbox-name: ${text}\nx-api-key: key\n\n${text}`,
  (text) => `x-sandbox-name: ${text}\nx-api-key: key`,
  (text) => `Driver={Phoenix};Host=${text};UID=${text};PWD={${text}}`,
  (text) => `sqlline-thin.py -au '${text}' -ap '${text}' http://h.example:8765`,
  (text) => `!connect jdbc:phoenix:thin:url=${text} ${text} ${text}`,
  (text) => `phoenix://${text}@h.example`,
  (text) => `API_KEY=key ${text} curl https://x -H 'x-sandbox-name: ${text}'`,
  (text) => `{ user: '${text}', 'phoenix': { host: "${text}" } }`,
  (text) => JSON.stringify({ info: {}, item: [], variable: [{ key: 'PHOENIX_USER', value: text }] }),
  (text) =>
    JSON.stringify({
      resources: [
        {
          type: 'Microsoft.DataFactory/factories/linkedServices',
          name: text,
          properties: { type: 'Phoenix', typeProperties: { host: text, username: text } },
        },
      ],
    }),
];

const oneOf = (names: string) => fc.constantFrom(...names.split(' '));
const setting = (name: fc.Arbitrary<string>, value: fc.Arbitrary<string>) =>
  fc
    .tuple(name, fc.constantFrom(...signs), fc.constantFrom(...quotes), value)
    .map(([key, sign, quote, text]) => `${key}${sign}${quote}${text}${quote}`);
const named = (value: fc.Arbitrary<string>) =>
  fc
    .tuple(
      fc.constantFrom(...beginnings),
      fc.array(setting(oneOf(clearNames), fc.constantFrom('admin', 'a b', '/p', 'h.example')), {
        maxLength: 3,
      }),
      setting(oneOf(secretNames), value),
      fc.nat(3),
      fc.constantFrom(...separators),
      fc.constantFrom(...separators),
    )
    .map(([beginning, clear, hidden, at, one, other]) => {
      const parts = clear.toSpliced(at, 0, hidden);
      return beginning + parts.reduce((text, part, index) => text + (index % 2 === 1 ? one : other) + part);
    });
const pasted = fc
  .tuple(
    fc.array(named(secret), { minLength: 1, maxLength: 2 }),
    fc.constantFrom(...separators),
    fc.constantFrom(...wraps, ...formats),
    fc.nat(400),
  )
  .map(([texts, separator, wrap, end]) => {
    const text = texts.join(separator);
    return wrap(end < 100 ? text.slice(0, end) : text);
  });

const untouched: WizardAnswers = { platform: noPlatformAnswers, source: createSourceAnswers(phoenix) };

function store(answers: WizardAnswers): string {
  let stored = '';
  const storage: Storage = {
    length: 0,
    clear: () => undefined,
    getItem: () => null,
    key: () => null,
    removeItem: () => undefined,
    setItem: (_, text) => {
      stored = text;
    },
  };
  saveDraft(storage, phoenix, { ...answers, unfinished: [], spec: null });
  return stored;
}

function hasSecret(value: unknown): boolean {
  const text = JSON.stringify(value);
  return ends.some((end) => text.includes(end));
}

function findBreaking<Value>(
  given: fc.Arbitrary<Value>,
  isKept: (one: Value) => boolean,
): string | undefined {
  return fc.defaultReportMessage(fc.check(fc.property(given, isKept), { numRuns: runs, seed }));
}

it(`${runs} pasted texts: no visible field, message or draft contains a secret`, () => {
  const report = findBreaking(pasted, (text) => {
    const result = readPastedText(text, phoenix);
    if (result.kind === 'refused') return !hasSecret(result);
    const { accessToken: _, params: { password: __, ...params } = {}, ...clear } = result.found;
    const rows = toImportRows(phoenix, untouched, result.found);
    const draft = store(mergeAnswers(phoenix, untouched, rows));
    return !hasSecret({ ...result, found: { ...clear, params } }) && !hasSecret(draft);
  });
  expect(report).toBeUndefined();
}, 300_000);

/** The input for one of the fields. The password may be in its own field or in another one. */
const typed = fc.record({
  field: fc.constantFrom(
    'apiKey',
    'organizationId',
    'sandbox',
    'name',
    'description',
    'host',
    'port',
    'httpPath',
    'username',
  ),
  before: fc.constantFrom('', 'admin', 'admin;', 'a b, ', '/p&', 'https://u:'),
  naming: fc.constantFrom('avatica_password=', 'PASSWORD: ', 'client_secret=', '"pwd":"', '--token '),
  password: secret,
  isHeld: fc.boolean(),
});

it(`${runs} typed texts: the draft contains no named secret and no password`, () => {
  const report = findBreaking(typed, ({ field, before, naming, password, isHeld }) => {
    const text = isHeld ? before + password : before + naming + password;
    const held = isHeld ? password : 'another';
    const { platform, source } = untouched;
    const params = { ...source.params, password: held, ...(field in source.params && { [field]: text }) };
    const draft = store({
      platform: { ...platform, accessToken: 'aa.bb.cc', ...(field in platform && { [field]: text }) },
      source: { ...source, ...(field in source && { [field]: text }), params },
    });
    return !hasSecret(draft);
  });
  expect(report).toBeUndefined();
}, 300_000);
