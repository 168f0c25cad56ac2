import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { phoenixRequest } from '../../testing/emulator-fixture.ts';
import { findSource } from '../../sources/find-source.ts';
import { toExport } from './exported.ts';
import { toPostmanCollection } from './to-postman-collection.ts';
import { toPythonScript } from './to-python-script.ts';
import { toShellScript } from './to-shell-script.ts';

const chosen = [
  "'; touch pwned; '",
  '$(touch pwned)',
  '`touch pwned`',
  '"""\nimport os; os.abort()\n"""',
  "'''",
  'a\nb\r\nc\u2028d\u0085e\0f\f',
  '# no comment',
  '\\',
  '\\\n',
  'EOF\n#',
  '\uD800 half',
  '\u{1F511}\u{E0041}\u202E',
  '%s%n{{API_KEY}}${HOME}',
  'x'.repeat(500),
];
const generated = fc.sample(fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }), {
  seed: 20_261_127,
  numRuns: 60,
});
const names = [...chosen, ...generated];
const passwords = names.map((_, place) => `p"a\\s's\t$HOME\n${place}\n`);

const exported = toExport(
  { gateway: 'https://platform.adobe.io/data/foundation', sandbox: 'prod' },
  names.map((name) => ({ ...phoenixRequest(), id: '0', etag: '"1"', name, description: name })),
  findSource,
);
const secrets = Object.fromEntries(
  exported.connections.flatMap(({ variables: [variable = ''] }, place) => [
    [variable, passwords[place] ?? ''],
  ]),
);
const caller = { ACCESS_TOKEN: 't', API_KEY: 'k', IMS_ORG: 'o', CLIENT_SECRET: 's', SCOPES: 'c' };
const wanted = names.map((name, place) => ({ name, description: name, password: passwords[place] }));

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'export-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function summarize(bodies: readonly string[]) {
  return bodies.map((body) => {
    const { name, description, auth } = JSON.parse(body);
    return { name, description, password: auth.params.password };
  });
}

/** Runs the script with a program in place of curl, which prints its last argument. */
function runShell(environment: Record<string, string>, status = 201) {
  const program = `#!/bin/sh\nbody=\nfor one; do [ "$before" = --data-raw ] && body=$one; before=$one; done\nprintf '%s\\0' "$body" >> sent\nprintf '{"id":"c1"}\\n${status}'\n`;
  writeFileSync(join(folder, 'curl'), program, { mode: 0o700 });
  writeFileSync(join(folder, 'sent'), '');
  writeFileSync(join(folder, 'create.sh'), toShellScript(exported));
  return spawnSync('sh', ['create.sh'], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: `${folder}:${process.env['PATH'] ?? ''}`, ...environment },
  });
}

function readSent(): readonly string[] {
  return readFileSync(join(folder, 'sent'), 'utf8').split('\0').slice(0, -1);
}

it('the shell script sends every name and every secret as it is', () => {
  const { stdout, stderr, status } = runShell({ ...caller, ...secrets });
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
  expect(summarize(readSent())).toEqual(wanted);
  expect(stdout).toContain('Created %s%n{{API_KEY}}${HOME}: {"id":"c1"}\n');
});

it('the shell script stops at the first request that is rejected, and names its connection', () => {
  const { stdout, stderr, status } = runShell({ ...caller, ...secrets }, 401);
  expect({ stdout, status }).toEqual({ stdout: '', status: 1 });
  expect(stderr).toBe(`Could not create '; touch pwned; ' (HTTP 401): {"id":"c1"}\n`);
  expect(readSent()).toHaveLength(1);
});

it('the shell script sends nothing while a variable is missing', () => {
  const [last = ''] = Object.keys(secrets).slice(-1);
  const refused = runShell({ ...caller, ...secrets, [last]: '' });
  expect(readSent()).toEqual([]);
  expect(refused.status).not.toBe(0);
  expect(refused.stderr).toContain(last);
});

it('the Python script gives Adobe’s client every name and every secret as it is', ({ skip }) => {
  skip(spawnSync('python3', ['--version']).status !== 0, 'python3 is not installed');
  mkdirSync(join(folder, 'aepp'));
  writeFileSync(
    join(folder, 'aepp', '__init__.py'),
    'def configure(*, org_id, client_id, secret, scopes, sandbox): pass\n',
  );
  writeFileSync(
    join(folder, 'aepp', 'flowservice.py'),
    // It prints what it is given, and rejects it on request.
    'import json, os\nclass FlowService:\n  def createConnection(self, data):\n    print(json.dumps(data))\n    return {"title": "No"} if "REJECT" in os.environ else {"id": "1", "etag": "2"}\n',
  );
  writeFileSync(join(folder, 'create.py'), toPythonScript(exported));
  const env = { PATH: process.env['PATH'], PYTHONDONTWRITEBYTECODE: '1', ...caller, ...secrets };
  const options = { cwd: folder, encoding: 'utf8' } as const;
  const printed = execFileSync('python3', ['create.py'], { ...options, env })
    .trimEnd()
    .split('\n');
  expect(summarize(printed.filter((_, line) => line % 2 === 0))).toEqual(wanted);
  expect(printed[1]).toMatch(/ 1$/);
  const rejected = spawnSync('python3', ['create.py'], { ...options, env: { ...env, REJECT: 'yes' } });
  expect(rejected).toMatchObject({ status: 1, stderr: expect.stringContaining(' was not created: ') });
  expect(summarize(rejected.stdout.trimEnd().split('\n'))).toHaveLength(1);
});

const collection = z.object({
  item: z.array(z.object({ request: z.object({ body: z.object({ raw: z.string() }) }) })),
});

it('the Postman collection sends every name and every secret as it is', () => {
  const { item } = collection.parse(JSON.parse(toPostmanCollection(exported)));
  const values: Readonly<Record<string, string>> = { ...caller, ...secrets };
  // Postman replaces variables in the text of a body, so that secrets must be escaped by the user.
  const sent = item.map(({ request: { body } }) =>
    body.raw.replaceAll(/\{\{([^{}]*)\}\}/g, (expression, name: string) =>
      name in values ? JSON.stringify(values[name]).slice(1, -1) : expression,
    ),
  );
  expect(summarize(sent)).toEqual(wanted);
});
