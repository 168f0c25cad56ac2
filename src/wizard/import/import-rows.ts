import type { Environment } from '../../flow-service/schemas/environment.ts';
import type { FoundAnswers } from '../../imports/import-result.ts';
import { readAccess } from '../../session/access.tsx';
import { type PlatformAnswers, platformLabels } from '../../session/platform-answers.ts';
import { followName } from '../../source-form/follow-name.ts';
import { matchPreset } from '../../source-form/match-preset.ts';
import type { SourceAnswers } from '../../source-form/answers/source-answers.ts';
import { isSecret } from '../../sources/secrets.ts';
import { entriesAfter, expandFound } from '../../sources/connection-fields.ts';
import { type ParamAnswer, type Source, formParams } from '../../sources/source.ts';

/** All answers of the wizard as its steps contain them. */
export interface WizardAnswers {
  readonly platform: PlatformAnswers;
  readonly source: SourceAnswers;
}

/** One field for which a value was found. */
export interface ImportRow {
  /** `apiKey`, `name`, `params.host` and the like. */
  readonly key: string;
  readonly label: string;
  readonly isSecret: boolean;
  readonly now: ParamAnswer;
  readonly found: ParamAnswer;
}

const platformFields = [
  { key: 'apiKey', label: platformLabels.apiKey, isSecret: false },
  { key: 'organizationId', label: platformLabels.organizationId, isSecret: false },
  { key: 'accessToken', label: platformLabels.accessToken, isSecret: true },
  { key: 'sandbox', label: platformLabels.sandbox, isSecret: false },
] as const;

/** The keys of step one. */
const platformKeys: readonly string[] = platformFields.map(({ key }) => key);

const sourceFields = [
  { key: 'name', label: 'Connection name', isSecret: false },
  { key: 'description', label: 'Description', isSecret: false },
] as const;

/** The found values next to the current ones, in the order of the steps. A field without a found value has no row. */
export function toImportRows(source: Source, held: WizardAnswers, found: FoundAnswers): readonly ImportRow[] {
  const foundParams: Readonly<Record<string, ParamAnswer | undefined>> = expandFound(
    source.authMethod,
    found.params ?? {},
  );
  return [
    ...platformFields.map((field) => ({ ...field, now: held.platform[field.key], found: found[field.key] })),
    ...toMethodRows(source, held),
    ...formParams(source.authMethod).map(({ name, label }) => ({
      key: `params.${name}`,
      label,
      isSecret: isSecret(source, name),
      now: held.source.params[name] ?? '',
      found: foundParams[name],
    })),
    ...sourceFields.map((field) => ({ ...field, now: held.source[field.key], found: found[field.key] })),
  ].flatMap(({ found: value, ...row }) => (value === undefined ? [] : [{ ...row, found: value }]));
}

/** The auth method of the text, if the form has another one. */
function toMethodRows({ authMethods, authMethod }: Source, { source: { authMethod: held } }: WizardAnswers) {
  if (held === authMethod.specName) return [];
  const now = authMethods.find(({ specName }) => specName === held)?.label ?? '';
  return [{ key: 'authMethod', label: 'Authentication', isSecret: false, now, found: authMethod.label }];
}

interface ImportRules {
  readonly environment: Environment;
  /** Whether credentials that cannot work are left out. */
  readonly keepsAccess: boolean;
}

/** The rows that can be imported. */
export function toOfferedRows(
  source: Source,
  held: WizardAnswers,
  found: FoundAnswers,
  { environment, keepsAccess }: ImportRules,
): readonly ImportRow[] {
  const all = toImportRows(source, held, found);
  const isOfSource = ({ key }: ImportRow) => !platformKeys.includes(key);
  // Values from the browser cannot replace the server's credentials.
  if (environment.credentials !== null) return all.filter((row) => row.key === 'sandbox' || isOfSource(row));
  const opensSomething = readAccess(mergeAnswers(source, held, all).platform, environment) !== null;
  return keepsAccess && !opensSomething ? all.filter(isOfSource) : all;
}

/** The answers after the rows are imported. Only the rows and values that depend on them change. */
export function mergeAnswers(source: Source, held: WizardAnswers, rows: readonly ImportRow[]): WizardAnswers {
  const taken = new Map(rows.map(({ key, found }) => [key, found]));
  const textOf = (key: string, now: string) => {
    const value = taken.get(key);
    return typeof value === 'string' ? value : now;
  };
  const changes = Object.fromEntries(
    Object.keys(held.source.params).flatMap((name) => {
      const value = taken.get(`params.${name}`);
      return value === undefined ? [] : [[name, value] as const];
    }),
  );
  const params = { ...held.source.params, ...changes, ...entriesAfter(source.authMethod, changes) };
  const preset = matchPreset(source, params, held.source.preset);
  const followed = followName(source, held.source.name, held.source.params, params);
  return {
    platform: {
      apiKey: textOf('apiKey', held.platform.apiKey),
      organizationId: textOf('organizationId', held.platform.organizationId),
      accessToken: textOf('accessToken', held.platform.accessToken),
      sandbox: textOf('sandbox', held.platform.sandbox),
    },
    source: {
      authMethod:
        source.authMethods.find(({ label }) => label === taken.get('authMethod'))?.specName ??
        held.source.authMethod,
      preset,
      name: textOf('name', followed),
      description: textOf('description', held.source.description),
      params,
    },
  };
}

/** Restores the values from before the import, except for values that were changed since. */
export function undoRows(source: Source, held: WizardAnswers, rows: readonly ImportRow[]): WizardAnswers {
  const back = rows
    .filter(({ key, found }) => readAnswer(source, held, key) === found)
    .map((row) => ({ ...row, found: row.now }));
  return mergeAnswers(source, held, back);
}

function readAnswer(
  { authMethods }: Source,
  { platform, source }: WizardAnswers,
  key: string,
): ParamAnswer | undefined {
  const all: Readonly<Record<string, ParamAnswer>> = {
    ...platform,
    authMethod: authMethods.find(({ specName }) => specName === source.authMethod)?.label ?? '',
    name: source.name,
    description: source.description,
    ...Object.fromEntries(Object.entries(source.params).map(([name, value]) => [`params.${name}`, value])),
  };
  return all[key];
}
