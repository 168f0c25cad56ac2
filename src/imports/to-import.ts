import { isDriverSetting } from '../sources/connection-string.ts';
import { type Param, type Source, formParams, toWord } from '../sources/source.ts';
import { isSecretParam } from '../sources/secrets.ts';
import { cleanEdges } from '../text/clean-edges.ts';
import { isExport } from './export-heading.ts';
import { expansionMark, holdsExpression, isPlaceholder } from '../text/placeholders.ts';
import { containsSetting } from '../text/split-settings.ts';
import {
  type FoundAnswers,
  type FoundParams,
  type Import,
  type ImportNote,
  importLabels,
} from './import-result.ts';
import { type Finding, type Reading, paramField } from './reading.ts';
import { createSecretCheck, findSecrets, findUserPassword, isStray } from './secret-text.ts';
import { tellApart } from './tell-apart.ts';

/** The answers that every source has, in form order. */
const callerAnswers = [
  ['apiKey', 'API key'],
  ['organizationId', 'Organization ID'],
  ['accessToken', 'Access token'],
  ['sandbox', 'Sandbox'],
  ['name', 'Connection name'],
  ['description', 'Description'],
] as const;

/** A field of the form, and how the values found for it are checked. */
interface Answer {
  readonly field: string;
  readonly label: string;
  /** null for a field that every source has. */
  readonly param: Param | null;
  readonly isSecret: boolean;
  /** Whether the value may contain braces, angle brackets and separators. */
  readonly isFreeText: boolean;
}

type Found = Finding & { readonly answer: Answer };

const clientSecretNote =
  'The client secret was skipped because this page does not accept it. To renew tokens automatically, set AEP_CLIENT_ID and AEP_CLIENT_SECRET on the server.';
const anotherSetting = 'it seems to contain another setting. Enter it.';
const partlySecret = 'it seems to contain a secret. Enter it.';

/** The maximum number of names to list. */
const mostNames = 100;

/**
 * Checks the values that a reader found. Leaves out placeholders, the client secret and ambiguous values, and adds a
 * note about each. Whatever a reader returns, no secret of the text is put into a field that shows its value.
 */
export function toImport(reading: Reading, text: string, source: Source): Import {
  const found: FoundAnswers = {};
  const params: FoundParams = {};
  const notes = new Set<ImportNote>(reading.notes);
  const answers = listAnswers(source);
  const present = reading.findings
    .flatMap((one) =>
      answers.filter(({ field }) => field === one.field).map((answer) => ({ ...one, answer })),
    )
    .filter(isPresent);
  const isOwn = isExport(text);
  const replaced = present.filter((one) => standsForAnother(one, isOwn));
  const usable = present.filter((one) => !replaced.includes(one));
  const secrets = [
    ...findSecrets(text),
    ...(reading.secrets ?? []),
    ...usable.flatMap(({ answer, value }) => findUserPassword(answer.param, value)),
    ...usable.filter(({ answer }) => answer.isSecret).map((one) => toText(one) ?? ''),
  ];

  const holdsSecret = createSecretCheck(secrets);
  for (const answer of answers) {
    const { field, label, param, isSecret } = answer;
    const all = usable.filter((one) => one.answer === answer);
    const sure = all.filter(({ isAssumed }) => isAssumed !== true);
    const own = sure.length > 0 ? sure : all;
    if (own.length === 0) continue;
    const value = settle(own);
    const isSwitch = param?.control === 'switch';
    const switched = toBoolean(value);
    if (field === 'clientSecret') notes.add(clientSecretNote);
    else if (value === null || (isSwitch && switched === null)) notes.add(unclearNote(answer));
    else if (own.some(goesOn)) notes.add(`${label} was skipped because ${anotherSetting}`);
    else if (!isSecret && (holdsSecret(value) || (param !== null && isStray(param, value)))) {
      notes.add(`${label} was skipped because ${partlySecret}`);
    } else if (own.some(hasOption) || (!answer.isFreeText && /\s/.test(value))) {
      notes.add(`${label} was skipped because ${anotherSetting}`);
    } else if (param?.control === 'text' && (param.findProblem?.(value) ?? null) !== null) {
      notes.add(`${label} was skipped. ${param.findProblem?.(value) ?? ''}`);
    } else if (param !== null) params[param.name] = isSwitch ? switched === true : value;
    else if (isCallerAnswer(field)) found[field] = value;
  }
  if (Object.keys(params).length > 0) found.params = params;
  const connections = tellApart(reading.connections ?? [], holdsSecret);
  return {
    kind: reading.kind,
    label: reading.label ?? importLabels[reading.kind],
    found,
    placeholders: namesAmong(replaced.map(({ key }) => key)),
    // A secret that was cut off may look like a name.
    unknownKeys: namesAmong(reading.unknownKeys).filter(
      (key) => !holdsSecret(key) && !secrets.some((secret) => secret.startsWith(key)),
    ),
    notes: [...notes],
    ...(connections.length > 0 && { connections }),
  };
}

/** The client secret comes first, so that its note is read first. */
function listAnswers({ authMethod }: Source): readonly Answer[] {
  return [
    { field: 'clientSecret', label: 'Client secret', param: null, isSecret: true, isFreeText: false },
    ...callerAnswers.map(([field, label]) => ({
      field,
      label,
      param: null,
      isSecret: field === 'accessToken',
      isFreeText: field === 'name' || field === 'description',
    })),
    ...formParams(authMethod).map((param) => ({
      field: paramField(param.name),
      label: param.label,
      param,
      isSecret: isSecretParam(param),
      isFreeText: isFreeText(param),
    })),
  ];
}

function isFreeText(param: Param): boolean {
  return param.control === 'text'
    ? param.findProblem === undefined
    : param.control !== 'integer' && param.control !== 'switch' && param.control !== 'choice';
}

/** An empty value counts as absent, unless it is the remainder of a secret. */
function isPresent({ answer: { param }, value, uncertain }: Found): boolean {
  const isSecretText = param?.control === 'secret';
  if (isSecretText && value === '') return uncertain === true;
  if (!isSecretText && typeof value === 'string') return value.trim() !== '';
  return value !== null && value !== undefined;
}

/** The one value that all findings of a field agree on; null when they differ or are ambiguous. */
function settle(findings: readonly Found[]): string | null {
  const values = new Set(findings.map(cleanValue));
  const [value] = values;
  return values.size === 1 && value !== undefined ? value : null;
}

/** A secret is not changed. Other values are trimmed, as the form does with pasted text. */
function cleanValue(found: Found): string | null {
  const { answer, value, uncertain } = found;
  const control = answer.param?.control;
  if (control === 'secret') return typeof value === 'string' && uncertain !== true ? value : null;
  if (control === 'json' && typeof value === 'object' && value !== null) return JSON.stringify(value);
  const given = toText(found);
  // An ID, a token or a host does not end in the comma or semicolon of a list.
  const end = answer.isFreeText ? /$/ : /[\s,;]+$/;
  const text = given === null ? null : cleanEdges(given).replace(end, '');
  if (control === 'integer' && text !== null && !/^\d{1,5}$/.test(text)) return null;
  return text;
}

/**
 * Whether several settings were read as one value. For secrets, the readers determine the end or mark it as
 * uncertain.
 */
function goesOn({ answer, value, isQuoted }: Found): boolean {
  const isWhole = answer.param?.control === 'secret' || (isQuoted === true && answer.isFreeText);
  if (isWhole || typeof value !== 'string') return false;
  // A value that is not a secret may be a setting as a whole. A token may end in =.
  return containsSetting(answer.isSecret ? value : `;${value}`);
}

/**
 * Whether a value is followed by further command options, as in `admin -p`. A quoted name or description may contain
 * a dash.
 */
function hasOption({ answer, value, isQuoted }: Found): boolean {
  const isProse = answer.param === null && answer.isFreeText && isQuoted === true;
  const isWhole = answer.param?.control === 'secret' || isProse;
  return !isWhole && typeof value === 'string' && /\s--?[a-z]/i.test(value);
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

/** Whether a value is a placeholder. In an export, what looks like one is part of the value, unless it is a secret. */
function standsForAnother(found: Found, isOwn: boolean): boolean {
  const text = toText(found);
  if (text === null) return false;
  const { field, param, isSecret, isFreeText } = found.answer;
  const isExported = isOwn && !isSecret && (param !== null || field === 'name' || field === 'description');
  if (isExported) return text.includes(expansionMark);
  const strictness = param?.control === 'secret' ? 'secret' : isFreeText ? 'text' : 'grammar';
  return isPlaceholder(text) || holdsExpression(text, strictness);
}

function unclearNote({ label, param }: Answer): ImportNote {
  return param?.control === 'secret'
    ? `The ${toWord(param)} was skipped because its start and end are unclear in this text. Enter it.`
    : `${label} was skipped because the text has several values or an unreadable value for it. Enter it.`;
}

/** Only keys that look like names, so that part of a secret is never shown as a name. */
function namesAmong(keys: readonly string[]): readonly string[] {
  const names = new Set(keys.filter((key) => /^[A-Za-z_][\w.-]{0,59}$/.test(key) || isDriverSetting(key)));
  return [...names].slice(0, mostNames);
}

function isCallerAnswer(field: string): field is (typeof callerAnswers)[number][0] {
  return callerAnswers.some(([name]) => name === field);
}
