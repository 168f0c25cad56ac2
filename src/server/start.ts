import { readCommandLine } from './settings/read-command-line.ts';
import { readEnvironment } from './settings/read-environment.ts';
import { serveBuild } from './serve-build.ts';
import { readSettings } from './settings/settings.ts';

/** `npm start`, and the command of the package: serves the built page and the proxy, with `.env.local` of the current folder. */
await serveBuild(
  () => ({
    settings: readSettings({ ...readEnvironment(process.cwd()), ...readCommandLine(process.argv.slice(2)) }),
    databases: null,
    ownPorts: [],
  }),
  () => undefined,
  () => undefined,
);
