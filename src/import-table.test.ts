import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { parseSync } from 'vite';
import { describe, expect, it } from 'vitest';

const pages = [
  'flow-service',
  'sources',
  'imports',
  'ui',
  'session',
  'errors',
  'api',
  'create',
  'source-form',
];

/** Who may import whom. A folder that is not here fails until it is added. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  'flow-service': [],
  text: [],
  sources: ['text'],
  imports: ['sources', 'flow-service', 'text'],
  ui: [],
  session: ['flow-service', 'text', 'ui'],
  errors: ['flow-service', 'sources', 'ui'],
  api: ['flow-service', 'session'],
  create: ['flow-service', 'sources', 'session', 'errors', 'api', 'ui'],
  'source-form': ['flow-service', 'sources', 'text', 'imports', 'ui', 'session', 'errors', 'api'],
  wizard: pages,
  connections: pages,
  app: [...pages, 'wizard', 'connections'],
  'query-server': ['flow-service'],
  proxy: ['flow-service'],
  emulator: ['flow-service', 'query-server', 'sources'],
  server: ['flow-service', 'proxy', 'emulator', 'query-server'],
  testing: ['flow-service', 'sources', 'emulator', 'query-server', 'imports', 'create'],
};

/** Outside src, whole files and folders. */
const e2eMayImport = ['flow-service', 'sources', 'emulator/scenarios', 'testing'];
const configMayImport = ['server'];

/** What could keep a secret beyond its use, and the only files that import it. No mutation takes or returns one. */
const mayKeep: Readonly<Record<string, readonly string[]>> = {
  useForm: ['session/use-secret-form.ts'],
  createUncheckedStore: ['session/secret-store.ts'],
  useMutation: [
    'app/use-switch-scenario.ts',
    'connections/edit/use-save-connection.ts',
    'connections/page/use-delete-connection.ts',
    'wizard/steps/DemoCredentials.tsx',
  ],
  mutationOptions: ['api/scenarios-query.ts'],
};

const root = join(import.meta.dirname, '..');
const source = join(root, 'src');

const sourceFiles = filesBelow(source).filter((file) => dirname(file) !== source);

describe('every file imports only what its folder may import', () => {
  it.each(Object.keys(mayImport))('%s', (folder) => {
    const files = sourceFiles.filter((file) => folderOf(file) === folder);
    const trespasses = files.flatMap((file) => {
      const extra = file.endsWith('.test.ts') || file.endsWith('.test.tsx') ? ['emulator', 'testing'] : [];
      const allowed = [folder, ...(mayImport[folder] ?? []), ...extra];
      return ownImports(file)
        .filter((target) => !allowed.includes(folderOf(target)))
        .map((target) => `${relative(root, file)} imports ${relative(root, target)}`);
    });
    expect(trespasses).toEqual([]);
  });

  it('e2e', () => {
    const trespasses = filesBelow(join(root, 'e2e')).flatMap((file) =>
      ownImports(file)
        .filter((target) => target.startsWith(source))
        .filter((target) => !e2eMayImport.some((allowed) => relative(source, target).startsWith(allowed)))
        .map((target) => `${relative(root, file)} imports ${relative(root, target)}`),
    );
    expect(trespasses).toEqual([]);
  });

  it('vite.config.ts', () => {
    const folders = ownImports(join(root, 'vite.config.ts')).map(folderOf);
    expect(folders.filter((folder) => !configMayImport.includes(folder))).toEqual([]);
  });
});

it('only the secret store keeps secrets', () => {
  const keeping = Object.keys(mayKeep).map((name) => [
    name,
    sourceFiles
      .filter((file) => importedNames(file).includes(name))
      .map((file) => relative(source, file))
      .sort(),
  ]);
  expect(Object.fromEntries(keeping)).toEqual(mayKeep);
});

it('the local service checks against its own specs, and takes names, IDs and examples from the sources', () => {
  const taken = sourceFiles
    .filter((file) => folderOf(file) === 'emulator' && !/\.test\.tsx?$/.test(file))
    .flatMap(ownImports)
    .filter((target) => folderOf(target) === 'sources')
    .map((target) => relative(source, target));
  expect([...new Set(taken)].sort()).toEqual(['sources/example-params.ts', 'sources/phoenix/phoenix.ts']);
});

it('every folder has a row', () => {
  const folders = new Set(sourceFiles.map(folderOf));
  expect([...folders].sort()).toEqual(Object.keys(mayImport).sort());
});

it('pages know a source only by its description', () => {
  const folders = [...pages, 'wizard', 'connections', 'app'].filter(
    (folder) => !/^(?:sources|flow-service)$/.test(folder),
  );
  const named = sourceFiles.filter(
    (file) =>
      folders.includes(folderOf(file)) &&
      !/\.test\.tsx?$/.test(file) &&
      /phoenix|hdinsight/i.test(readFileSync(file, 'utf8')),
  );
  expect(named.map((file) => relative(root, file))).toEqual([]);
});

it('no file of the project is longer than 250 lines', () => {
  const long = [...filesBelow(source), ...filesBelow(join(root, 'e2e'))].filter(
    (file) => readFileSync(file, 'utf8').split('\n').length > 251,
  );
  expect(long.map((file) => relative(root, file))).toEqual([]);
});

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

function folderOf(file: string): string {
  return relative(source, file).split('/')[0] ?? '';
}

/** The project's own files that a file imports, for types too, statically or not. */
function ownImports(file: string): string[] {
  const { text, module } = parse(file);
  return [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.map((entry) => entry.moduleRequest?.value ?? ''),
    ),
    ...module.dynamicImports.map(({ moduleRequest: { start, end } }) => text.slice(start + 1, end - 1)),
  ]
    .filter((specifier) => specifier.startsWith('.'))
    .map((specifier) => join(dirname(file), specifier));
}

function importedNames(file: string): (string | null | undefined)[] {
  return parse(file).module.staticImports.flatMap(({ entries }) =>
    entries.map(({ importName }) => importName.name),
  );
}

function parse(file: string) {
  const text = readFileSync(file, 'utf8');
  const { module, errors } = parseSync(file, text);
  expect(errors).toEqual([]);
  return { text, module };
}
