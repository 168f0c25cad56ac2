import { readFile } from 'node:fs/promises';
import { type Plugin, build } from 'vite';
import { projectFolder } from './serve-build.ts';

/** Code that is read as a file while the server runs. It must be next to the built code, as it is next to the source. */
const protocol: Plugin = {
  name: 'protocol',
  async generateBundle() {
    const source = await readFile(`${projectFolder}/src/query-server/avatica.proto`);
    this.emitFile({ type: 'asset', fileName: 'avatica.proto', source });
  },
};

/**
 * `npm run build:server`: builds the server to plain JavaScript, so that the package needs neither TypeScript nor Vite.
 * The folder has the same depth as `src/server`, so that the paths to the page are the same.
 */
await build({
  root: projectFolder,
  configFile: false,
  publicDir: false,
  logLevel: 'warn',
  plugins: [protocol],
  build: {
    ssr: 'src/server/start.ts',
    target: 'node20',
    outDir: 'build/server',
    rolldownOptions: {
      output: {
        entryFileNames: 'start.js',
        chunkFileNames: '[name]-[hash].js',
        banner: (chunk) => (chunk.isEntry ? '#!/usr/bin/env node' : ''),
      },
    },
  },
});
