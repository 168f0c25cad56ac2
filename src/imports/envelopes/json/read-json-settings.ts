import type { Source } from '../../../sources/source.ts';
import { readSettings } from '../../read-settings.ts';
import { type Reading, isNothing } from '../../reading.ts';
import type { Setting } from '../../setting-names.ts';

/**
 * Reads an object by its keys: the credential of the Developer Console (`CLIENT_ID`, `ORG_ID`, `CLIENT_SECRETS`), the
 * answer of Adobe IMS (`access_token`), a context of `aio`, the settings of a script. Objects within it are sections.
 * Null when no key is known.
 */
export function readJsonSettings(value: unknown, source: Source): Reading | null {
  if (typeof value !== 'object' || value === null) return null;
  const settings = listJsonSettings(value);
  const read = readSettings(settings, source);
  if (isNothing(read)) return null;
  const isCredential = 'CLIENT_ID' in value && ('ORG_ID' in value || 'CLIENT_SECRETS' in value);
  const used = new Set(read.findings.map(({ key }) => key));
  return {
    kind: isCredential ? 'console-credential' : 'json-settings',
    ...read,
    unknownKeys: nameUnknown(settings, used, read.unknownKeys),
  };
}

const mostSettings = 5000;

/**
 * The values of an object and of the objects within it. The loop avoids recursion, because pasted JSON may be nested
 * more deeply than the stack allows.
 */
export function listJsonSettings(document: object): readonly Setting[] {
  const settings: Setting[] = [];
  const places: { readonly path: string; readonly value: object; readonly depth: number }[] = [
    { path: '', value: document, depth: 0 },
  ];
  for (const { path, value, depth } of places) {
    for (const [key, inner] of Object.entries(value)) {
      const isList = Array.isArray(inner) && !inner.some((one) => typeof one === 'object' && one !== null);
      if (typeof inner === 'object' && inner !== null && !isList && depth < 12) {
        places.push({ path: path === '' ? key : `${path}.${key}`, value: inner, depth: depth + 1 });
        if (Object.keys(inner).length === 0) settings.push({ key, value: null, path, isQuoted: true });
      } else if (settings.length < mostSettings) {
        settings.push({ key, value: inner, path, isQuoted: true, isExact: true });
      }
    }
  }
  return settings;
}

/** A section of which nothing is used is named once. */
function nameUnknown(
  settings: readonly Setting[],
  used: ReadonlySet<string>,
  unknownKeys: readonly string[],
): readonly string[] {
  const section = ({ path = '' }: Setting) => path.split('.')[0] ?? '';
  const usedSections = new Set(settings.filter(({ key }) => used.has(key)).map(section));
  const ignored = new Set(unknownKeys);
  const names = settings
    .filter(({ key }) => ignored.has(key))
    .map((setting) => {
      const first = section(setting);
      return first === '' || usedSections.has(first) ? setting.key : first;
    });
  const own = new Set(settings.map(({ key }) => key));
  return [...new Set([...names, ...unknownKeys.filter((key) => !own.has(key))])];
}
