import { startDemoService } from './start-demo-service.ts';
import { openBrowser } from './open-browser.ts';
import { serveBuild } from './serve-build.ts';
import { readSettings } from './settings/settings.ts';

/**
 * `npm run demo`: the built page on a local Flow Service that holds connections already, and a browser that shows it.
 * Only HOST and PORT are read: a demo never talks to Adobe, whatever is configured.
 */
const { HOST, PORT } = process.env;
const service = await startDemoService();
await serveBuild(
  () => ({ ...readSettings({ HOST, PORT }), gatewayOrigin: service.url }),
  ({ origin }) => openBrowser(origin),
  () => void service.close(),
);
