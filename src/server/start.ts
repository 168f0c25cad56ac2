import { readEnvironment } from './read-environment.ts';
import { projectFolder, serveBuild } from './serve-build.ts';
import { readSettings } from './settings.ts';

/** `npm start`: serves the built page and the proxy. */
await serveBuild(
  () => readSettings(readEnvironment(projectFolder)),
  () => undefined,
  () => undefined,
);
