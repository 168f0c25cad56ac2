import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { accepts } from '../run/taken-ports.ts';

/** Debian installs nginx in a folder that is only on root's PATH. */
const environment = { ...process.env, PATH: `${process.env['PATH']}:/usr/sbin:/usr/local/sbin` };

/** Says what is missing to run nginx with TLS and how to install it, or null when nothing is missing. */
export function findMissing(): string | null {
  if (spawnSync('nginx', ['-v'], { env: environment }).status !== 0) {
    return 'nginx is not installed: apt-get install nginx-light';
  }
  if (spawnSync('openssl', ['version']).status !== 0)
    return 'openssl is not installed: apt-get install openssl';
  return null;
}

export interface Nginx {
  readonly log: () => string;
  readonly errors: () => string;
  readonly close: () => Promise<void>;
}

export interface Login {
  readonly username: string;
  readonly password: string;
}

/** The paths in the test folder that a configuration uses. */
export interface NginxFolder {
  readonly certificate: string;
  readonly key: string;
  readonly users: string;
  readonly accessLog: string;
}

/**
 * Runs nginx with an `http` configuration that is built for the test folder. The folder has a certificate for `name`,
 * one login, and everything that nginx writes. Resolves when nginx answers on `port`.
 */
export async function startNginx(
  { name, port, login }: { readonly name: string; readonly port: number; readonly login: Login },
  configure: (folder: NginxFolder) => string,
): Promise<Nginx> {
  const folder = mkdtempSync(join(tmpdir(), 'nginx-'));
  const inFolder = (file: string) => join(folder, file);
  const files = {
    certificate: inFolder('certificate.pem'),
    key: inFolder('key.pem'),
    users: inFolder('users'),
    accessLog: inFolder('access.log'),
  };
  makeCertificate(name, files);
  const hash = execFileSync('openssl', ['passwd', '-6', login.password], { encoding: 'utf8' });
  writeFileSync(files.users, `${login.username}:${hash}`);
  writeFileSync(inFolder('nginx.conf'), wholeConfiguration(folder, configure(files)));

  const parameters = ['-e', inFolder('error.log'), '-p', folder, '-c', inFolder('nginx.conf')];
  const nginx = spawn('nginx', parameters, { env: environment, stdio: ['ignore', 'inherit', 'inherit'] });
  const ended = once(nginx, 'exit');
  while (!(await accepts('127.0.0.1', port))) {
    if (nginx.exitCode !== null)
      throw new Error(`nginx ended:\n${readFileSync(inFolder('error.log'), 'utf8')}`);
    await pause(20);
  }
  return {
    log: () => readFileSync(files.accessLog, 'utf8'),
    errors: () => readFileSync(inFolder('error.log'), 'utf8'),
    close: async () => {
      nginx.kill();
      await ended;
      rmSync(folder, { recursive: true });
    },
  };
}

function makeCertificate(name: string, { certificate, key }: NginxFolder): void {
  const made = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2'];
  const named = ['-subj', `/CN=${name}`, '-addext', `subjectAltName=DNS:${name}`];
  const parameters = ['req', '-x509', ...made, ...named, '-keyout', key, '-out', certificate];
  execFileSync('openssl', parameters, { stdio: 'ignore' });
}

/** One foreground process that writes only to this folder and warns about every file that it buffers to. */
function wholeConfiguration(folder: string, http: string): string {
  const { stderr: built } = spawnSync('nginx', ['-V'], { env: environment, encoding: 'utf8' });
  const unused = ['fastcgi', 'uwsgi', 'scgi'].filter(
    (module) => !built.includes(`without-http_${module}_module`),
  );
  const buffers = ['client_body', 'proxy', ...unused].map((part) => `${part}_temp_path ${folder}/${part};`);
  return [
    'daemon off; master_process off;',
    `pid ${folder}/nginx.pid; error_log ${folder}/error.log warn;`,
    `events {}\nhttp {\n${buffers.join('\n')}\n${http}\n}\n`,
  ].join('\n');
}
