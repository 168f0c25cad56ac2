import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import optimizeLocales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import macros from 'unplugin-parcel-macros';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { apiPlugin } from './src/server/vite-plugin.ts';

/**
 * The style macros run as the code is read, and are no package for the browser. Vite's search for such packages stops at
 * them otherwise, and each one that is found too late reloads the page, the token with it.
 */
const macrosAreNoPackage: Plugin = {
  name: 'macros-are-no-package',
  enforce: 'pre',
  apply: 'serve',
  resolveId: (id, _, options) =>
    'scan' in options && options.scan === true && id === '@react-spectrum/s2/style'
      ? { id, external: true }
      : null,
};

const toBrotli = promisify(brotliCompress);

const noStyles = '\0no-styles';

/** `vite build` also builds what draws the first pages on the server. */
const buildFirstPages: Plugin = {
  name: 'build-first-pages',
  enforce: 'pre',
  apply: 'build',
  config: () => ({
    builder: {},
    environments: {
      ssr: {
        // The package of the server has no React.
        resolve: { noExternal: true },
        define: { 'process.env.NODE_ENV': '"production"' },
        build: {
          outDir: 'build/page',
          copyPublicDir: false,
          minify: true,
          rolldownOptions: { input: 'src/app/render-pages.tsx' },
        },
      },
    },
  }),
  applyToEnvironment: ({ name }) => name === 'ssr',
  // The classes of the macros are needed there, and not their styles. The macros keep the styles of all builds together,
  // and lose them between two.
  resolveId: (id) => (/^macro-\w+\.css$/.test(id) ? noStyles : null),
  load: (id) => (id === noStyles ? '' : null),
};

/** Compresses the first files as far as possible, which takes seconds. The server compresses the others when asked. */
const compressFirstFiles: Plugin = {
  name: 'compress-first-files',
  apply: 'build',
  applyToEnvironment: ({ name }) => name === 'client',
  // The written files are read, because Vite still changes the code after it is generated.
  async writeBundle({ dir = '' }, bundle) {
    const entry = Object.values(bundle).find((file) => file.type === 'chunk' && file.isEntry);
    const imported = entry?.type === 'chunk' ? entry.imports : [];
    const first = Object.values(bundle).filter(
      (file) => file === entry || imported.includes(file.fileName) || file.fileName.endsWith('.css'),
    );
    for (const { fileName } of first) {
      const path = join(dir, fileName);
      await writeFile(`${path}.br`, await toBrotli(await readFile(path)));
    }
  },
};

/**
 * Runs what the first file imports as soon as it has arrived, in a task of its own. A preload would only run together with
 * the first file, in one long task.
 */
const runImportsEarly: Plugin = {
  name: 'run-imports-early',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (html) =>
      html.replaceAll(
        /<link rel="modulepreload" crossorigin href="(.*?)">/g,
        '<script type="module" crossorigin async src="$1"></script>',
      ),
  },
};

/**
 * A button adds a style sheet with one rule to the page, unless an element has this ID. The browser would then compute the
 * styles of the whole page again. The rule is in src/app/page.css.
 */
const buttonsAddNoStyles: Plugin = {
  name: 'buttons-add-no-styles',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (html) =>
      html.replace('<link rel="stylesheet"', '<link rel="stylesheet" id="react-aria-pressable-style"'),
  },
};

const overlayState = '\0overlay-state';

/**
 * A button asks whether it opens an overlay, of a context in the file of all dialogs. A file goes into one chunk as a whole,
 * so that dialogs and what keeps the focus in them would come with the first page. The context gets a file of its own.
 */
const buttonsBringNoDialogs: Plugin = {
  name: 'buttons-bring-no-dialogs',
  enforce: 'pre',
  apply: 'build',
  resolveId: (id, importer = '') =>
    id === overlayState ||
    (id === 'react-aria-components/Dialog' && importer.endsWith('/s2/dist/private/Button.mjs'))
      ? overlayState
      : null,
  load: (id) =>
    id === overlayState
      ? `import { createContext } from 'react';
export const OverlayTriggerStateContext = /*#__PURE__*/ createContext(null);`
      : null,
  transform(code, id) {
    if (!id.endsWith('/react-aria-components/dist/private/Dialog.mjs')) return null;
    const [, name] = /(\S+) as OverlayTriggerStateContext\b/.exec(code) ?? [];
    const [declaration, ...others] = code.split('\n').filter((line) => line.startsWith(`const ${name} = `));
    if (declaration === undefined || others.length > 0) this.error('The context of overlays has moved.');
    return code.replace(
      declaration,
      `import { OverlayTriggerStateContext as ${name} } from '${overlayState}';`,
    );
  },
};

export default defineConfig({
  // Spectrum's style macros run before anything else sees the code.
  plugins: [
    macrosAreNoPackage,
    buildFirstPages,
    compressFirstFiles,
    runImportsEarly,
    buttonsAddNoStyles,
    buttonsBringNoDialogs,
    macros.vite(),
    react(),
    { ...optimizeLocales.vite({ locales: ['en-US'] }), enforce: 'pre' },
    apiPlugin(),
  ],
  // React has this hook since version 18. The package is for older versions.
  resolve: { alias: [{ find: /^use-sync-external-store\/shim(?:\/index\.js)?$/, replacement: 'react' }] },
  // One style sheet: the atomic classes of Spectrum's macros repeat across pages, and their order matters.
  build: {
    target: 'es2022',
    cssCodeSplit: false,
    // A browser without preloads of modules loads them when they are imported.
    modulePreload: { polyfill: false },
    // What the first file may weigh is held by e2e/tests/wizard/budget.spec.ts.
    chunkSizeWarningLimit: 650,
    rolldownOptions: {
      output: {
        // What the first page needs comes in one file, where twenty small ones wait for each other's round trips;
        // and nothing else comes with it, which is why dependencies are left where they are wanted. React is a third of
        // it, and runs while the rest arrives.
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            {
              name: 'react',
              test: /\/node_modules\/(react|react-dom|scheduler)\/|\/react-client\.ts$/,
              priority: 1,
            },
            { name: 'first', tags: ['$initial'] },
          ],
        },
      },
    },
  },
  test: {
    include: ['src/**/*.test.{ts,tsx}'],
    environment: 'node',
    // It imports style sheets, which Node cannot read.
    server: { deps: { inline: ['@react-spectrum/s2'] } },
    // No test changes what its file shares with others, so the modules need not be loaded anew for each of a hundred.
    isolate: false,
    maxWorkers: 2,
    // For what hangs: a machine that is busy is no reason to fail.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
