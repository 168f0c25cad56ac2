import { startProgram } from './start-program.ts';

/** Starts the built app as `npm start` does, on a free port. Without settings, it uses its own local Flow Service. */
export function startOwnApp(settings: Readonly<Record<string, string>>) {
  return startProgram('src/server/start.ts', settings);
}

/** Starts the app as `npm run dev` does in a fresh clone, on a free port. */
export function startDevServer() {
  return startProgram('node_modules/vite/bin/vite.js', {}, ['--force']);
}

/** Starts the built app as `npm run demo` does, on a free port. */
export function startDemo() {
  return startProgram('src/server/demo.ts', { BROWSER: 'none' });
}
