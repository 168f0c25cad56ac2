import { readCommandLine } from './settings/read-command-line.ts';
import { readEnvironment } from './settings/read-environment.ts';
import { projectFolder, serveBuild } from './serve-build.ts';
import { readSettings } from './settings/settings.ts';

/** `npm start`: serves the built page and the proxy. */
await serveBuild(
  () => ({
    settings: readSettings({ ...readEnvironment(projectFolder), ...readCommandLine(process.argv.slice(2)) }),
    databases: null,
    ownPorts: [],
  }),
  () => undefined,
  () => undefined,
);
