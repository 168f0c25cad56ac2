import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import * as z from 'zod/mini';

const root = join(import.meta.dirname, '..');
const readJson = (path: string): unknown => JSON.parse(readFileSync(join(root, path), 'utf8'));

const lockedPackage = z.object({
  version: z.optional(z.string()),
  integrity: z.optional(z.string()),
  resolved: z.optional(z.string()),
  license: z.optional(z.string()),
});
const { packages } = z
  .object({ packages: z.record(z.string(), lockedPackage) })
  .parse(readJson('package-lock.json'));
/** Everything that can be installed on any system, by its folder, without the project. */
const dependencies = Object.entries(packages).filter(([folder]) => folder !== '');

/**
 * The registry that the lock file was made with lacks these builds, so their hashes are unknown. When one of these is
 * installed, npm compares it only with the hash that the registry states then.
 */
const withoutIntegrity = [
  'node_modules/unplugin-parcel-macros-darwin-arm64',
  'node_modules/unplugin-parcel-macros-darwin-x64',
  'node_modules/unplugin-parcel-macros-linux-arm64-gnu',
  'node_modules/unplugin-parcel-macros-linux-arm64-musl',
  'node_modules/unplugin-parcel-macros-win32-x64-msvc',
];

const permissive = [
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC-BY-4.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'Python-2.0',
  'Unlicense',
];
/** The license of these is about changed copies of them. They are tools, and nothing of them is passed on. */
const tools = /^node_modules\/(axe-core|lightningcss(-[\w-]+)?)$/;

/** Fonts may be passed on with a product. */
const fonts = /^node_modules\/@fontsource-variable\//;

/** States no license in its package.json; its LICENSE file is the Apache License 2.0. */
const withoutLicense = ['node_modules/@react-aria/optimize-locales-plugin'];

it('the lock file has a hash for every package on every system', () => {
  const unhashed = dependencies.filter(([, { integrity }]) => integrity?.startsWith('sha512-') !== true);
  expect(dependencies.length).toBeGreaterThan(100);
  expect(unhashed.map(([folder]) => folder)).toEqual(withoutIntegrity);
});

it('the lock file contains no registry address', () => {
  expect(dependencies.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
});

it('every package has a license that allows its use', () => {
  const refused = dependencies.flatMap(([folder, locked]) => {
    const license = findLicense(folder) ?? locked.license;
    const allowed = [
      ...permissive,
      ...(tools.test(folder) ? ['MPL-2.0'] : []),
      ...(fonts.test(folder) ? ['OFL-1.1'] : []),
    ];
    return license !== undefined && isAllowed(license, allowed)
      ? []
      : [`${folder}: ${license ?? 'none stated'}`];
  });
  expect(refused).toEqual(withoutLicense.map((folder) => `${folder}: none stated`));
});

/** As the installed package states it; null where it is not installed, such as a build for another system. */
function findLicense(folder: string): string | null {
  const manifest = join(folder, 'package.json');
  if (!existsSync(join(root, manifest))) return null;
  return z.object({ license: z.optional(z.string()) }).parse(readJson(manifest)).license ?? null;
}

/** One of the licenses is enough when all are joined by OR; otherwise each of them must be allowed. */
function isAllowed(expression: string, allowed: readonly string[]): boolean {
  const licenses = expression.replaceAll(/[()]/g, '').split(/ (?:AND|OR) /);
  const isChoice = expression.includes(' OR ') && !expression.includes(' AND ');
  const test = (license: string) => allowed.includes(license);
  return isChoice ? licenses.some(test) : licenses.every(test);
}
