import optimizeLocales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import macros from 'unplugin-parcel-macros';
import { defineConfig } from 'vitest/config';
import { apiPlugin } from './src/server/vite-plugin.ts';

export default defineConfig({
  // Spectrum's style macros run before anything else sees the code.
  plugins: [
    macros.vite(),
    react(),
    { ...optimizeLocales.vite({ locales: ['en-US'] }), enforce: 'pre' },
    apiPlugin(),
  ],
  // One style sheet: the atomic classes of Spectrum's macros repeat across pages, and their order matters.
  build: { target: 'es2022', cssCodeSplit: false },
  test: { include: ['src/**/*.test.{ts,tsx}'], environment: 'node' },
});
