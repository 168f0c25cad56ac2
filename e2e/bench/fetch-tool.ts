import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as z from 'zod/mini';

/** The tools for comparisons and measurements. They are too large to install with the project. */
const versions = { 'swagger-ui-dist': '5.35.0', lighthouse: '12.8.2' } as const;

const cache = fileURLToPath(new URL('../../node_modules/.cache/bench', import.meta.url));

const manifest = z.object({ version: z.string() });

/**
 * The folder of a tool. The tool is installed from the npm registry the first time, without install scripts, because
 * one of them sends usage data.
 * @throws when npm cannot install it.
 */
export function fetchTool(name: keyof typeof versions): string {
  const folder = `${cache}/node_modules/${name}`;
  const version = versions[name];
  if (installed(folder) !== version) {
    process.stdout.write(`Downloading ${name} ${version} from the npm registry (first run only).\n`);
    const all = Object.entries(versions).map((entry) => entry.join('@'));
    const options = ['--no-save', '--ignore-scripts', '--no-audit', '--no-fund'];
    spawnSync('npm', ['install', '--prefix', cache, ...options, ...all], { stdio: 'inherit' });
    if (installed(folder) !== version) throw new Error(`npm could not install ${name} ${version}.`);
  }
  return folder;
}

function installed(folder: string): string | null {
  const file = `${folder}/package.json`;
  return existsSync(file) ? manifest.parse(JSON.parse(readFileSync(file, 'utf8'))).version : null;
}
