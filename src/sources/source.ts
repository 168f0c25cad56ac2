import type { ConnectionStringFormat } from './connection-string.ts';
import type { Endpoint } from './endpoint.ts';
import type { Remark } from './remarks.ts';

/** The value of a param's control. An integer is text until it is sent, so that no keystroke is lost. */
export type ParamAnswer = string | boolean;
export type ParamAnswers = Readonly<Record<string, ParamAnswer>>;

/** One param of a source. This is the only description of the param. */
export type Param =
  | TextParam
  | MultilineParam
  | SecretParam
  | IntegerParam
  | SwitchParam
  | ChoiceParam
  | JsonParam;

interface ParamBase {
  /** Its key in `auth.params` as sent on the wire. */
  readonly name: string;
  readonly label: string;
  /** The help text below the field. */
  readonly help: string;
  readonly guide: {
    readonly whereToFind: string;
    /** A valid example, which is never used as a value; null when no example can be shown. */
    readonly example: string | null;
  };
  /** The width of the field where two fields fit on a line. */
  readonly width: 'whole' | 'half';
  /**
   * The space that is reserved below the field for advice, which appears later; absent when the param never has
   * advice.
   */
  readonly adviceRoom?: 'words' | 'wordsAndButton';
  /** Whether the service requires it. */
  readonly isRequired: boolean;
  /** The form asks for it although the service does not require it. Presets usually give it a value. */
  readonly isAsked?: true;
  /** The answer in a new form, for example the default of a connection spec. */
  readonly initial?: ParamAnswer;
  /** Its names in settings that people paste. Case and separators are ignored. */
  readonly importNames: readonly string[];
  /** Further names, for settings that have their own line or are in a list, where no shell variable can be meant. */
  readonly listNames?: readonly string[];
}

interface TextParam extends ParamBase {
  readonly control: 'text';
  /** The message when it is empty. */
  readonly missing: string;
  /** What is wrong with a trimmed text, in a sentence that says what to do; null when the text is valid. */
  readonly findProblem?: (text: string) => string | null;
  /** The form of a valid text that is shown and sent when the user leaves the field. */
  readonly normalize?: (text: string) => string;
}

/** A text of several lines, such as a certificate. */
interface MultilineParam extends ParamBase {
  readonly control: 'multiline';
  readonly missing: string;
}

interface PlainSecretParam extends ParamBase {
  readonly control: 'secret';
  readonly missing: string;
  /** The secret may have several lines, such as a private key. A field with one line would join them. */
  readonly isMultiline?: true;
  /** What is wrong with a secret, in a sentence that says what to do; null when it is valid. */
  readonly findProblem?: (text: string) => string | null;
}

interface SecretParam extends PlainSecretParam {
  /** The fields that make up the secret, if it is a connection string that Adobe documents key by key. */
  readonly connectionString?: ConnectionFields;
  /** How Adobe documents the secret, if it is a connection string, with `<server>` and the like for its parts. */
  readonly pattern?: string;
}

/** A field of a connection string. */
export type PartParam = TextParam | IntegerParam | PlainSecretParam;

/** A connection string can be entered as fields or as a whole. Only the whole text is sent. */
export interface ConnectionFields {
  readonly format: ConnectionStringFormat;
  /** The choice between `fields` and `text`. */
  readonly entry: ChoiceParam;
  /** In the order of the text. */
  readonly parts: readonly PartParam[];
  /** The text that the fields make up; null when one of them is missing or invalid. */
  readonly join: (answers: ParamAnswers) => string | null;
}

interface IntegerParam extends ParamBase {
  readonly control: 'integer';
  readonly least: number;
  readonly most: number;
  /** The service expects the number in quotes. */
  readonly isSentAsText?: true;
}

interface SwitchParam extends ParamBase {
  readonly control: 'switch';
}

/** One of a few values. The answer is the value as text. */
interface ChoiceParam extends ParamBase {
  readonly control: 'choice';
  readonly missing: string;
  readonly options: readonly [ChoiceOption, ...ChoiceOption[]];
}

export interface ChoiceOption {
  /** The value as sent on the wire. Two options never have the same text. */
  readonly value: string | number | boolean;
  readonly label: string;
}

/** A value that no other control can represent. It is entered as JSON and sent as the value that the JSON stands for. */
interface JsonParam extends ParamBase {
  readonly control: 'json';
  readonly isValid: (value: unknown) => boolean;
  /** The message when the text is not JSON or when the value is not valid. */
  readonly problem: string;
  /** A value with a secret in any part of it is a secret as a whole. */
  readonly isSecret: boolean;
}

/** Values that belong together in one kind of installation. */
export interface Preset {
  readonly id: string;
  /** Where such an installation runs, for its icon. `custom`: the user knows. */
  readonly kind: 'cloud' | 'server' | 'custom';
  readonly label: string;
  readonly description: string;
  /** Keyed by param name. An empty object changes nothing. */
  readonly params: Readonly<Record<string, string | number | boolean>>;
  /** The suffix for a bare name in the source's `address` param; null when the name is not changed. */
  readonly suffix: string | null;
}

/** One of the ways in which Flow Service can sign in to a source. */
export interface AuthMethod {
  /** Must equal the spec's `authSpec[].name`, spaces included. */
  readonly specName: string;
  readonly label: string;
  /** When to choose it, in one line; absent when the label says everything. */
  readonly description?: string;
  /** In form order. */
  readonly params: readonly Param[];
  /** How its databases are reached; absent when the source says it for all methods. */
  readonly endpoint?: Endpoint | null;
  /** Params that Adobe no longer accepts. Their values stay in a draft and are not sent. */
  readonly lost?: readonly Param[];
}

/** The description of a source as data. */
export interface SourceDescription {
  /** Its name in page addresses and in stored data. */
  readonly slug: string;
  readonly name: string;
  /** The short name of the source, used for its step and its connections. */
  readonly shortName: string;
  /** The category in Adobe's catalog of sources. */
  readonly category: string;
  readonly connectionSpec: { readonly id: string; readonly version: string };
  /** The usual method comes first. */
  readonly authMethods: readonly [AuthMethod, ...AuthMethod[]];
  /** The param that identifies the database in lists; null when there is none. */
  readonly address: string | null;
  /** How the database is reached, for the connection check; null for a source without host and port. */
  readonly endpoint: Endpoint | null;
  /** The question that the presets answer; null without presets. */
  readonly presetQuestion: string | null;
  /** A new form selects the first one. */
  readonly presets: readonly Preset[];
  /** Proposes a connection name from the content of the form; empty when there is no proposal yet. */
  readonly proposeName: (params: ParamAnswers) => string;
  readonly remarks: readonly Remark[];
  /** What to check about the sign-in when a connection fails; absent where it is as usual. */
  readonly hint?: string;
}

/**
 * A source with one of its auth methods. Form, review, request, edit and the list of secrets are generated from it.
 */
export interface Source extends SourceDescription {
  readonly authMethod: AuthMethod;
}

const chosen = new WeakMap<SourceDescription, Map<AuthMethod, Source>>();

/**
 * Selects the usual method when no method is named, or when the source does not have it. The same arguments give the
 * same object, so that schemas and forms of a source can be reused.
 */
export function chooseAuthMethod(source: SourceDescription | Source, specName?: string): Source {
  const { authMethods } = source;
  const authMethod = authMethods.find((one) => one.specName === specName) ?? authMethods[0];
  if ('authMethod' in source && source.authMethod === authMethod) return source;
  const known = chosen.get(source) ?? new Map<AuthMethod, Source>();
  chosen.set(source, known);
  const { endpoint = source.endpoint } = authMethod;
  const withMethod = known.get(authMethod) ?? { ...source, endpoint, authMethod };
  known.set(authMethod, withMethod);
  return withMethod;
}

/** Everything that a form may ask for. The fields of a connection string come before it. */
export function formParams({ params }: Pick<AuthMethod, 'params'>): readonly Param[] {
  return params.flatMap((param) => {
    const { entry, parts } = (param.control === 'secret' ? param.connectionString : null) ?? {};
    return entry === undefined ? [param] : [entry, ...(parts ?? []), param];
  });
}

/** What a form may ask for with any auth method, each name once. The chosen method comes first. */
export function allParams({ authMethod, authMethods }: Source): readonly Param[] {
  const methods = [authMethod, ...authMethods];
  const all = new Map<string, Param>();
  for (const param of [
    ...methods.flatMap(formParams),
    ...methods.flatMap(({ lost = [] }) => formParams({ params: lost })),
  ]) {
    if (!all.has(param.name)) all.set(param.name, param);
  }
  return [...all.values()];
}

/** Whether the form may leave it empty. An empty param is not sent. */
export function isOptional({ isRequired, isAsked }: Param): boolean {
  return !isRequired && isAsked !== true;
}

/** The param or field with this name; undefined when the chosen method has none. */
export function findParam({ authMethod }: Pick<Source, 'authMethod'>, name: string): Param | undefined {
  return formParams(authMethod).find((param) => param.name === name);
}

/** The label of a param within a sentence: `password`. */
export function toWord({ label }: Pick<Param, 'label'>): string {
  return /^[A-Z][a-z]/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}
