import { phoenix } from '../sources/phoenix.ts';
import { findParam } from '../sources/source.ts';
import { importLabels } from './import-result.ts';
import type { FoundAnswers, FoundParams, Import, ImportNote } from './import-result.ts';
import { freeText, isPlaceholder } from './is-placeholder.ts';
import type { Finding, Reading } from './reading.ts';
import { findSecrets, holdsSecret } from './secret-text.ts';
import { containsSetting } from './split-settings.ts';

/** In the order of the form. */
const callerAnswers = [
  ['apiKey', 'API key'],
  ['organizationId', 'Organization ID'],
  ['accessToken', 'Access token'],
  ['sandbox', 'Sandbox'],
  ['name', 'Connection name'],
  ['description', 'Description'],
] as const;

const answers: readonly (readonly [field: string, label: string])[] = [
  ...callerAnswers,
  ...phoenix.params.map(({ name, label }) => [name, label] as const),
];

const clientSecretNote =
  'The client secret was left out: this page takes none. To have tokens renewed without it, set AEP_CLIENT_ID and AEP_CLIENT_SECRET on the server.';
const passwordNote =
  'The password was left empty: it cannot be told from this text where it begins and ends. Type it in.';

const anotherSetting = 'its value seems to contain another setting. Type it in.';
const partlySecret = 'a password or another secret seems to be a part of it.';

const secretFields: ReadonlySet<string> = new Set([
  'accessToken',
  'clientSecret',
  ...phoenix.params.filter(({ control }) => control === 'secret').map(({ name }) => name),
]);

/** More names than anybody reads. */
const mostNames = 100;

/**
 * Weighs what a reader saw in a text: leaves out placeholders, the client secret and what cannot be told, and says so.
 * Whatever a reader takes for a value, no secret of the text gets into a field that shows it.
 */
export function toImport(reading: Reading, text: string): Import {
  const found: FoundAnswers = {};
  const params: FoundParams = {};
  const notes = new Set<ImportNote>(reading.notes);
  const present = reading.findings.filter(isPresent);
  const usable = present.filter((finding) => !standsForAnother(finding));
  const secrets = [
    ...findSecrets(text),
    ...usable.filter(({ field }) => secretFields.has(field)).map((finding) => toText(finding) ?? ''),
  ];

  if (usable.some(({ field }) => field === 'clientSecret')) notes.add(clientSecretNote);
  for (const [field, label] of answers) {
    const own = usable.filter((finding) => finding.field === field);
    if (own.length === 0) continue;
    const value = settle(own);
    const isSwitch = controlOf(field) === 'switch';
    const switched = toBoolean(value);
    if (value === null || (isSwitch && switched === null)) notes.add(unclearNote(field, label));
    else if (own.some(goesOn)) notes.add(`${label} was left out: ${anotherSetting}`);
    else if (!secretFields.has(field) && holdsSecret(value, secrets)) {
      notes.add(`${label} was left out: ${partlySecret}`);
    } else if (isSwitch) params[field] = switched === true;
    else if (controlOf(field) !== null) params[field] = value;
    else if (isCallerAnswer(field)) found[field] = value;
  }
  if (Object.keys(params).length > 0) found.params = params;
  return {
    kind: reading.kind,
    label: importLabels[reading.kind],
    found,
    placeholders: namesAmong(present.filter(standsForAnother).map(({ key }) => key)),
    // A secret that was cut off may look like a name.
    unknownKeys: namesAmong(reading.unknownKeys).filter(
      (key) => !holdsSecret(key, secrets) && !secrets.some((secret) => secret.startsWith(key)),
    ),
    notes: [...notes],
  };
}

/** Nothing counts as absent, but not when it is what was left of a password. */
function isPresent({ field, value, uncertain }: Finding): boolean {
  const isSecretParam = controlOf(field) === 'secret';
  if (isSecretParam && value === '') return uncertain === true;
  if (!isSecretParam && typeof value === 'string') return value.trim() !== '';
  return value !== null && value !== undefined;
}

/** The one value that all findings of a field agree on; null when they differ or it cannot be told. */
function settle(findings: readonly Finding[]): string | null {
  const values = new Set(findings.map(cleanValue));
  const [value] = values;
  return values.size === 1 && value !== undefined ? value : null;
}

/** Nothing of a password is touched; all else is trimmed, as the form does with what is pasted. */
function cleanValue(finding: Finding): string | null {
  const { field, value, uncertain } = finding;
  const control = controlOf(field);
  if (control === 'secret') return typeof value === 'string' && uncertain !== true ? value : null;
  const text = toText(finding)?.trim() ?? null;
  if (control === 'integer' && text !== null && !/^\d{1,5}$/.test(text)) return null;
  return text;
}

/** Whether several settings were taken for one value. The readers know where a password ends, or that they do not. */
function goesOn({ field, value, isQuoted }: Finding): boolean {
  const isWhole = controlOf(field) === 'secret' || (isQuoted === true && freeText.has(field));
  if (isWhole || typeof value !== 'string') return false;
  // What is no secret may as a whole be a setting; a token may end in =.
  return containsSetting(secretFields.has(field) ? value : `;${value}`);
}

function toText({ field, value }: Finding): string | null {
  if (typeof value === 'string') {
    return field === 'accessToken' ? value.replace(/^\s*Bearer\s+/i, '') : value;
  }
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;
}

function toBoolean(text: string | null): boolean | null {
  if (text === null) return null;
  if (/^(?:true|1|yes|on)$/i.test(text)) return true;
  return /^(?:false|0|no|off)$/i.test(text) ? false : null;
}

function standsForAnother(finding: Finding): boolean {
  const text = toText(finding);
  return text !== null && isPlaceholder(finding.field, text);
}

function unclearNote(field: string, label: string): ImportNote {
  if (controlOf(field) === 'secret') return passwordNote;
  return `${label} was left out: the text holds several values for it, or one that cannot be read.`;
}

/** Only what has the form of a name, so that no piece of a secret is ever taken for one and shown. */
function namesAmong(keys: readonly string[]): readonly string[] {
  const names = new Set(keys.filter((key) => /^[A-Za-z_][\w.-]{0,59}$/.test(key)));
  return [...names].slice(0, mostNames);
}

/** By which control a param is asked for; null for what is no param. */
function controlOf(field: string) {
  return findParam(phoenix, field)?.control ?? null;
}

function isCallerAnswer(field: string): field is (typeof callerAnswers)[number][0] {
  return callerAnswers.some(([name]) => name === field);
}
