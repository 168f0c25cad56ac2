import { readEnvironment } from './settings/read-environment.ts';
import { projectFolder, serveBuild } from './serve-build.ts';
import { readSettings } from './settings/settings.ts';

/** `npm start`: serves the built page and the proxy. */
await serveBuild(
  () => ({ settings: readSettings(readEnvironment(projectFolder)), databases: null }),
  () => undefined,
  () => undefined,
);
