import { parseArgs } from 'node:util';
import { accepts } from '../support/run/taken-ports.ts';
import { startGateway } from './gateway.ts';
import { JavaMissing } from './java-programs.ts';
import { startPhoenix, user } from './start-phoenix.ts';

/** `npm run phoenix`: starts a real Apache Phoenix with sample tables on this computer. */

const usage = `Usage: npm run phoenix -- [options]
  --port N      the port of the query server or gateway (default: 8765, with --gateway 8443)
  --auth basic  asks for a username and a password
  --tls         encrypts with a self-signed certificate
  --json        JSON serialization, which Adobe and this wizard do not use
  --gateway     like Azure HDInsight: TLS, a password, and the path /hbasephoenix0
  --views N     adds N views, to test long lists`;

try {
  const { values } = parseArgs({
    options: {
      port: { type: 'string' },
      auth: { type: 'string' },
      tls: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      gateway: { type: 'boolean', default: false },
      views: { type: 'string', default: '0' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(`${usage}\n`);
    process.exit();
  }
  const port = values.port ?? (values.gateway ? '8443' : '8765');
  for (const [name, value] of Object.entries({ port, views: values.views })) {
    if (!/^\d{1,5}$/.test(value)) throw new Error(`--${name} must be a whole number.\n${usage}`);
  }
  if (values.auth !== undefined && values.auth !== 'basic')
    throw new Error(`--auth must be basic.\n${usage}`);

  // Phoenix itself would report it only after a minute.
  if (await accepts('127.0.0.1', Number(port))) {
    throw new Error(
      `Port ${port} is taken. Stop the program that uses it, or choose another one with --port.`,
    );
  }
  process.stdout.write(
    'Starting Apache Phoenix. The first start downloads about 190 MB and takes a few minutes.\n',
  );
  const flags = [values.auth && 'basic', values.tls && 'tls', values.json && 'json'].filter(Boolean);
  const listener = values.gateway ? '0' : [port, ...flags].join();
  const phoenix = await startPhoenix({ listeners: [listener], views: Number(values.views) });
  const [queryServerPort = 0] = phoenix.ports;
  const gateway = values.gateway ? await startGateway(phoenix.keyStore, Number(port), queryServerPort) : null;

  const isEncrypted = values.gateway || values.tls;
  const isSecret = values.gateway || values.auth === 'basic';
  process.stdout.write(`Apache Phoenix is running. Enter in the wizard:
  Host        localhost
  Port        ${gateway?.port ?? queryServerPort}
  HTTP path   ${values.gateway ? '/hbasephoenix0' : '/'}
  Username    ${isSecret ? user.username : 'any'}
  Password    ${isSecret ? user.password : 'any'}
  Enable SSL  ${isEncrypted ? 'on' : 'off'}
${isEncrypted ? `The certificate is self-signed. To trust it, start the wizard like this:\n  NODE_EXTRA_CA_CERTS=${phoenix.certificatePath} npm run dev\n` : ''}Press Ctrl+C to stop.\n`);

  const stop = async () => {
    await gateway?.stop();
    await phoenix.stop();
    process.exit();
  };
  process.once('SIGINT', () => void stop());
  process.once('SIGTERM', () => void stop());
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = error instanceof JavaMissing ? 2 : 1;
}
