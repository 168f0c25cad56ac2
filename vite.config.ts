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

export default defineConfig({
  // Spectrum's style macros run before anything else sees the code.
  plugins: [
    macrosAreNoPackage,
    macros.vite(),
    react(),
    { ...optimizeLocales.vite({ locales: ['en-US'] }), enforce: 'pre' },
    apiPlugin(),
  ],
  // One style sheet: the atomic classes of Spectrum's macros repeat across pages, and their order matters.
  build: {
    target: 'es2022',
    cssCodeSplit: false,
    // What the first file may weigh is held by e2e/stories/budget.spec.ts.
    chunkSizeWarningLimit: 650,
    rolldownOptions: {
      output: {
        // What the first page needs comes in one file, where twenty small ones wait for each other's round trips;
        // and nothing else comes with it, which is why dependencies are left where they are wanted.
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [{ name: 'first', tags: ['$initial'] }],
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
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
