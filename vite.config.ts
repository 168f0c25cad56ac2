import { defineConfig } from 'vitest/config';
import { apiPlugin } from './src/server/vite-plugin.ts';

export default defineConfig({
  plugins: [apiPlugin()],
  test: { include: ['src/**/*.test.{ts,tsx}'], environment: 'node' },
});
