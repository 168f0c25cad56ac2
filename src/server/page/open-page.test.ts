import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openPage } from './open-page.ts';

const empty = '<title>page</title><div id="app"></div>';

const goodRenderer = `
export const renderPages = async ({ gatewayHost, writeNonce }) => [
  { paths: ['/', '/connect/platform'], title: 'First &amp; only', markup: '<p>On ' + gatewayHost + '</p>' },
  { paths: ['/connections/test'], title: 'Test', markup: '<p>' + writeNonce.length + '</p>' },
  { paths: ['/connections/$id', '/connections/$id/edit'], title: 'One', markup: '<a href="/back/$id">$id</a>' },
];`;

interface Options {
  readonly renderer?: string | null;
  readonly simulates?: boolean;
}

/** Opens a page whose renderer has this source. Returns what a browser gets at an address, and the log. */
async function open({ renderer = goodRenderer, simulates = false }: Options) {
  const root = await mkdtemp(join(tmpdir(), 'drawn-'));
  onTestFinished(() => rm(root, { recursive: true }));
  await mkdir(join(root, 'dist'));
  await writeFile(join(root, 'dist/index.html'), empty);
  if (renderer !== null) {
    await mkdir(join(root, 'build/page'), { recursive: true });
    await writeFile(join(root, 'build/page/package.json'), '{"type":"module"}');
    await writeFile(join(root, 'build/page/render-pages.js'), renderer);
  }
  const lines: string[] = [];
  const backend = {
    describe: () =>
      ({
        target: 'local',
        databases: 'real',
        gatewayHost: 'localhost:8766',
        credentials: null,
        sandbox: null,
      }) as const,
    simulates: () => Promise.resolve(simulates),
  };
  const answer = await openPage(join(root, 'dist'), backend, (line) => lines.push(line));
  const read = async (path: string, headers: Record<string, string> = {}) => {
    const request = new Request(`http://localhost${path}`, { headers: { accept: 'text/html', ...headers } });
    return (await answer(request)).text();
  };
  return { read, lines };
}

test('each address has its own page, drawn for this server', async () => {
  const { read, lines } = await open({});
  const first = '<title>First &amp; only</title><div id="app" data-waiting><p>On localhost:8766</p></div>';
  expect(await read('/')).toBe(first);
  expect(await read('/connect/platform')).toBe(first);
  expect(await read('/connections/test')).toContain('<p>32</p>');
  expect(await read('/connections/my-1')).toContain('<a href="/back/my-1">my-1</a>');
  expect(await read('/connections/my-1/edit')).toContain('/back/my-1');
  expect(lines).toEqual([]);
});

test.each(['/connect/postgresql', '/connections/<id>', '/connections/a/b', '/nowhere'])(
  'a page that only the script can draw is empty: %s',
  async (path) => {
    const { read } = await open({});
    expect(await read(path)).toBe(empty);
  },
);

test.each(['max-age=0', 'no-cache'])('a reloaded page is empty: %s', async (control) => {
  const { read } = await open({});
  expect(await read('/', { 'cache-control': control })).toBe(empty);
});

test('a page that shows a simulated failure is empty', async () => {
  const { read } = await open({ simulates: true });
  expect(await read('/')).toBe(empty);
});

test('without what draws them, all pages are empty', async () => {
  const { read, lines } = await open({ renderer: null });
  expect(await read('/')).toBe(empty);
  expect(lines).toEqual([]);
});

test.each([
  ['throws', 'export const renderPages = async () => { throw new Error("No window."); };', 'No window.'],
  ['returns something else', 'export const renderPages = async () => "page";', 'invalid_type'],
  ['does not load', 'import "gone";', 'Cannot find package'],
])('when what draws them %s, the pages are empty and the log says why', async (_what, renderer, why) => {
  const { read, lines } = await open({ renderer });
  expect(await read('/')).toBe(empty);
  expect(lines).toEqual([expect.stringContaining('The pages are empty until their script has run')]);
  expect(lines[0]).toContain(why);
});
