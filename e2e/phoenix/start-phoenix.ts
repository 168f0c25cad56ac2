import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { checkJava, prepareClassPath } from './java-programs.ts';

export interface PhoenixOptions {
  /** Each listener is a port (0 for a free one) with the options of its query server: `basic`, `tls`, `json`. */
  readonly listeners: readonly string[];
  /** The number of views to create in addition to the sample tables. */
  readonly views: number;
}

export interface RunningPhoenix {
  /** The ports in the order of the listeners. */
  readonly ports: readonly number[];
  readonly zooKeeperPort: number;
  /** The certificate of the TLS listeners as PEM, and with its key as PKCS #12. */
  readonly certificate: string;
  /** The file that contains the certificate, until Phoenix stops. */
  readonly certificatePath: string;
  readonly keyStore: Buffer;
  readonly stop: () => Promise<void>;
}

/** The login for listeners with `basic`. The password also opens the key store. */
export const user = { username: 'admin', password: 'phoenix-password' };

const startTimeout = 900_000;

/**
 * Starts a real Apache Phoenix with sample tables on loopback, in a new data folder.
 * @throws {JavaMissing}
 */
export async function startPhoenix({ listeners, views }: PhoenixOptions): Promise<RunningPhoenix> {
  await checkJava();
  const classPath = await prepareClassPath();
  const folder = mkdtempSync(join(tmpdir(), 'phoenix-'));
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  const keyStore = await makeKeyStore(folder);
  const options = [
    '-Xmx768m',
    '-XX:+UseSerialGC',
    '-Dorg.slf4j.simpleLogger.defaultLogLevel=error',
    '-cp',
    classPath,
  ];
  const data = join(folder, 'data');
  const sql = join(import.meta.dirname, 'sample-tables.sql');
  const child = spawn(
    'java',
    [...options, 'PhoenixLauncher', data, sql, String(views), keyStore.path, ...listeners],
    // The program ends when its input closes, also when this process is killed.
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  const ended = once(child, 'exit');
  let isLate = false;
  const late = setTimeout(() => {
    isLate = true;
    child.kill('SIGKILL');
  }, startTimeout);
  const ports: number[] = [];
  let zooKeeperPort = 0;
  for await (const line of createInterface(child.stdout)) {
    const [, what, port] = /^(listening|zookeeper) (\d+)$/.exec(line) ?? [];
    if (what === 'zookeeper') zooKeeperPort = Number(port);
    if (what === 'listening') ports.push(Number(port));
    if (line !== 'ready') continue;
    clearTimeout(late);
    child.stdout.resume();
    return {
      ports,
      zooKeeperPort,
      certificate: keyStore.certificate,
      certificatePath: keyStore.certificatePath,
      keyStore: readFileSync(keyStore.path),
      async stop() {
        child.stdin.end();
        await ended;
        remove();
      },
    };
  }
  clearTimeout(late);
  remove();
  throw new Error(
    isLate
      ? `Phoenix was not ready after ${startTimeout / 1000} s. Close other programs and try again.`
      : 'Phoenix stopped before it was ready. See its output above.',
  );
}

async function makeKeyStore(folder: string) {
  const path = join(folder, 'server.p12');
  const store = ['-keystore', path, '-storetype', 'PKCS12', '-storepass', user.password];
  const keytool = (...options: string[]) => promisify(execFile)('keytool', [...options, ...store]);
  const names = ['-dname', 'CN=localhost', '-ext', 'san=dns:localhost,ip:127.0.0.1'];
  await keytool('-genkeypair', '-alias', 'server', '-keyalg', 'EC', '-validity', '90', ...names);
  const { stdout } = await keytool('-exportcert', '-alias', 'server', '-rfc');
  const certificatePath = join(folder, 'server.pem');
  writeFileSync(certificatePath, stdout);
  return { path, certificate: stdout, certificatePath };
}
