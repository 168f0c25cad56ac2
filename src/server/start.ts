import { readEnvironment } from './settings/read-environment.ts';
import { projectFolder, serveBuild } from './serve-build.ts';
import { readSettings } from './settings/settings.ts';

/** `npm start`: serves the built page and the proxy. */
await serveBuild(
  () => readSettings(readEnvironment(projectFolder)),
  () => undefined,
  () => undefined,
);
