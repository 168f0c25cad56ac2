import { readAccessToken } from '../flow-service/schemas/access-token.ts';
import { findOverlay } from '../sources/find-overlay.ts';
import type { Source } from '../sources/source.ts';
import { holdsExpression, isPlaceholder } from '../text/placeholders.ts';
import { isBearer } from './is-bearer.ts';
import { type Finding, type Findings, noFindings, paramField, toFindings } from './reading.ts';
import { isSecretName } from '../text/secret-name.ts';
import { type Setting, listMeaningsOf, locate, meaningsOf, normalize } from './setting-names.ts';

/** A setting, its purpose, and whether its name alone says that it belongs to the source. */
interface Meant {
  readonly setting: Setting;
  readonly meaning: string | undefined;
  readonly isGeneric: boolean;
}

/** A setting with its name in its section, and what the name means. */
interface Located {
  readonly setting: Setting;
  readonly meaning: string | undefined;
  readonly name: string;
  readonly path: string;
}

/** Assigns named values to fields. Keys are compared without regard to case and separators. */
export function readSettings(settings: readonly Setting[], source: Source): Findings {
  const meant = decide(settings, source);
  const overlay = findOverlay(source);
  const findings: Finding[] = [];
  const unknownKeys: string[] = [];
  const notes: string[] = [];
  const unclaimed: string[] = [];
  for (const { setting, meaning, isGeneric } of meant) {
    const { key, value } = setting;
    const field = meaning === undefined || isGeneric ? undefined : meaning;
    if (isGeneric) unclaimed.push(key);
    if (field === undefined) {
      unknownKeys.push(key);
      const warning = overlay?.warn(locate(setting).name, value) ?? null;
      if (warning !== null) notes.push(warning);
    } else if (field === 'address') {
      const address = readAddress(setting, source);
      findings.push(...address.findings);
      notes.push(...address.notes);
      unknownKeys.push(...address.unknownKeys);
    } else if (field === addressField(source) && isWholeAddress(value)) {
      const address = overlay?.readAddress(String(value)) ?? null;
      if (address === null) findings.push({ ...setting, field });
      else {
        const read = toFindings(address);
        findings.push(
          ...read.findings.map((one) => ({ ...one, uncertain: one.uncertain || setting.uncertain === true })),
        );
        notes.push(...read.notes);
        unknownKeys.push(...read.unknownKeys);
      }
    } else {
      // The Developer Console lists client secrets as an array. No other array is used here.
      const single: unknown = Array.isArray(value) ? value[0] : value;
      findings.push({ ...setting, field, value: single });
    }
  }
  if (unclaimed.length > 0) notes.push(describeUnclaimed(unclaimed, source));
  return { findings, unknownKeys, notes };
}

function addressField({ address }: Source): string | null {
  return address === null ? null : paramField(address);
}

/** A URL, or a host with a port or a path, in place of a host. */
export function isWholeAddress(value: unknown): boolean {
  return (
    typeof value === 'string' &&
    /^\s*(?:[a-z][a-z0-9+.-]*:\/\/|jdbc:)|^[^\s@;]+(?::\d+|\/[^\s@;]*)\s*$/i.test(value)
  );
}

/** Determines the purpose of each setting from its name and from the names around it. */
function decide(settings: readonly Setting[], source: Source): readonly Meant[] {
  const meaningOf = meaningsOf(source);
  const shortNames = listMeaningsOf(source);
  const mention = findOverlay(source)?.mention ?? null;
  const names = new Set(source.authMethod.params.map(({ name }) => name));
  const direct = settings.map((setting): Located => ({
    setting,
    meaning: meaningOf(setting),
    ...locate(setting),
  }));
  const mentions = ({ setting: { key, path = '', value } }: (typeof direct)[number]) =>
    mention !== null &&
    (mention.test(key) ||
      mention.test(path) ||
      (typeof value === 'string' && !isSecretName(key) && mention.test(value)));
  const groups = new Set(direct.filter(mentions).map(({ path }) => path));
  const isParam = (meaning: string | undefined) =>
    meaning?.startsWith('params.') === true || meaning === 'address';
  const hasCaller = direct.some(
    ({ meaning }) => meaning !== undefined && !isParam(meaning) && !/^(?:name|description)$/.test(meaning),
  );
  const isAlone = direct.every(
    ({ meaning, setting }) => meaning !== undefined || isAddressProperty(setting, source),
  );
  const isOneSection = new Set(direct.map(({ path }) => path)).size === 1;
  // In this product's own settings, HOST and PORT are the server's listen address, not that of the database.
  const isOwn = settings.some(({ key }) => /^AEP_/i.test(key));

  const taken = new Set(direct.map(({ meaning }) => meaning));
  const specific = new Set(
    direct.filter(({ setting }) => mention?.test(setting.key) === true).map(({ meaning }) => meaning),
  );

  return direct.map((one): Meant => {
    const { setting, name, path } = one;
    const { key, value } = setting;
    const isMentioned = groups.has(path) || (groups.size > 0 && path === '');
    const isOnly = path === '' || isOneSection;
    const isTheirs = isOwn
      ? !/^(?:HOST|PORT)$/i.test(key)
      : isMentioned || (!hasCaller && isOnly && (isAlone || (setting.isExact === true && names.has(key))));
    const given = one.meaning ?? toAddress(one, isMentioned, source);
    if (given === 'accessToken' && /authorization$/i.test(key) && !isBearer(String(value))) {
      return { setting, meaning: undefined, isGeneric: false };
    }
    const isCredential = given === 'apiKey' || given === 'clientSecret' || given === 'accessToken';
    if (isCredential && path !== '' && !isOneSection && !isAdobe(one, direct)) {
      return { setting, meaning: undefined, isGeneric: false };
    }
    if (given !== undefined) {
      const isNamed = !isParam(given) || (mention?.test(`${path}.${key}`) ?? false);
      if (isNamed) return { setting, meaning: given, isGeneric: false };
      if (specific.has(given)) return { setting, meaning: undefined, isGeneric: false };
      // The settings of another section belong to something else.
      if (!isTheirs && path !== '') return { setting, meaning: undefined, isGeneric: false };
      return { setting, meaning: given, isGeneric: !isTheirs };
    }
    // Short names such as `user` count in a section of the source, where no longer name is given.
    const short = path !== '' && isMentioned ? shortNames.get(normalize(name)) : undefined;
    const isTaken = short === undefined || taken.has(short);
    return { setting, meaning: isTaken ? undefined : short, isGeneric: false };
  });
}

/** Whether the credential of a section is one of Adobe: by the names around it, or by its form. */
function isAdobe(one: Located, all: readonly Located[]): boolean {
  if (/adobe|aep|ims|platform|experience/i.test(one.path)) return true;
  if (one.meaning === 'accessToken' && readAccessToken(String(one.setting.value)) !== null) return true;
  return all.some(({ path, meaning }) => path === one.path && meaning === 'organizationId');
}

function isAddressProperty({ key }: Setting, source: Source): boolean {
  return findOverlay(source)?.isAddressProperty(key) === true;
}

/** Whether a setting of another name contains an address: by its scheme, or by a name that ends in `url`. */
function toAddress(
  { setting: { value, key } }: { readonly setting: Setting },
  isMentioned: boolean,
  source: Source,
): string | undefined {
  const overlay = findOverlay(source);
  if (typeof value !== 'string' || overlay === null) return undefined;
  const text = value.trim();
  if (/^(?:jdbc:|[a-z]+(?:\+[a-z]+)?:\/\/)/i.test(text) && !/^https?:/i.test(text)) {
    return overlay.mention.test(text.slice(0, 200)) ? 'address' : undefined;
  }
  const isUrl = /^https?:\/\//i.test(text) && /(?:ur[il]|endpoint|address)$/i.test(key);
  return isUrl && isMentioned && overlay.readAddress(text)?.kind === 'address' ? 'address' : undefined;
}

function describeUnclaimed(keys: readonly string[], source: Source): string {
  const listed = [...new Set(keys)].slice(0, 8).join(', ');
  return `Some names were skipped because the text does not show that they belong to ${source.shortName}: ${listed}. If they do, enter their values.`;
}

function readAddress({ key, value, uncertain }: Setting, source: Source): Findings {
  if (typeof value !== 'string') return { ...noFindings, unknownKeys: [key] };
  if (value.trim() === '') return noFindings;
  const leftOut = (reason: string) => ({
    ...noFindings,
    notes: [`The address in ${key} was skipped because ${reason}`],
  });
  // A placeholder is reported as such whatever its field is.
  if (isPlaceholder(value)) return { ...noFindings, findings: [{ field: 'name', key, value }] };
  if (uncertain === true && !holdsExpression(value, 'text')) {
    return leftOut('it is ambiguous. Paste only the address.');
  }
  const address = findOverlay(source)?.readAddress(value) ?? null;
  if (address === null) return leftOut('it cannot be read. Paste only the address.');
  return toFindings(address);
}
