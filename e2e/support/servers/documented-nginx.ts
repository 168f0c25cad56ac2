import { type Nginx, startNginx } from './nginx.ts';
import { plainProxyPort, proxyPort } from './ports.ts';
import { operationsBlock } from './operations-block.ts';

/** nginx with the configuration from docs/operations.md. Only names, ports and paths are adapted to this computer. */

const heading = 'nginx';
const block = operationsBlock(heading, 'nginx');
const settings = Object.fromEntries(
  operationsBlock(heading, 'sh')
    .split('\n')
    .filter((line) => /^\w+=/.test(line))
    .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
);

/** The server name from docs/operations.md. */
export const publicName = new URL(settings['PUBLIC_ORIGIN'] ?? '').hostname;
export const publicOrigin = `https://${publicName}:${proxyPort}`;
export const login = { username: 'somebody', password: 'LOGIN-PASSWORD' } as const;

/** The server settings from docs/operations.md, except for the port, which is any free one. */
export const documentedSettings = { ...settings, PUBLIC_ORIGIN: publicOrigin };

const loginLines = ['auth_basic ', 'auth_basic_user_file ', 'proxy_set_header Authorization '];

/** Starts nginx in front of the server on `port`. If `asksLogin` is false, the login directives are removed. */
export function startDocumentedNginx({
  port,
  asksLogin,
}: {
  port: number;
  asksLogin: boolean;
}): Promise<Nginx> {
  return startNginx({ name: publicName, port: proxyPort, login }, (folder) =>
    changed(asksLogin ? block : withoutLogin(block), [
      ['listen 80;', `listen 127.0.0.1:${plainProxyPort};`],
      ['listen 443 ssl;', `listen 127.0.0.1:${proxyPort} ssl;`],
      [`https://${publicName}$request_uri`, `${publicOrigin}$request_uri`],
      ['/etc/nginx/wizard.crt', folder.certificate],
      ['/etc/nginx/wizard.key', folder.key],
      ['/var/log/nginx/wizard.log', folder.accessLog],
      [`http://127.0.0.1:${settings['PORT']};`, `http://127.0.0.1:${port};`],
      ...(asksLogin ? [['/etc/nginx/wizard.htpasswd', folder.users] as const] : []),
    ]),
  );
}

function withoutLogin(configuration: string): string {
  const lines = configuration.split('\n');
  const kept = lines.filter((line) => !loginLines.some((start) => line.trim().startsWith(start)));
  if (kept.length !== lines.length - loginLines.length)
    throw new Error('The login lines are not in their expected place.');
  return kept.join('\n');
}

/**
 * @throws when a piece does not occur exactly once. The documented block has then changed, and this code must be
 * updated.
 */
function changed(configuration: string, pieces: readonly (readonly [string, string])[]): string {
  return pieces.reduce((text, [piece, replacement]) => {
    if (text.split(piece).length !== 2) throw new Error(`docs/operations.md must contain ${piece} once.`);
    return text.replace(piece, () => replacement);
  }, configuration);
}
