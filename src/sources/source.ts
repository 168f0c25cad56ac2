/** The value of a param's control. An integer is text until it is sent, so that no keystroke is lost. */
export type ParamAnswer = string | boolean;
export type ParamAnswers = Readonly<Record<string, ParamAnswer>>;

/** One param of a source. This is the only description of the param. */
export type Param = TextParam | SecretParam | IntegerParam | SwitchParam;

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
  /** Whether the service requires it. The form asks for all params. */
  readonly isRequired: boolean;
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
}

interface SecretParam extends ParamBase {
  readonly control: 'secret';
  readonly missing: string;
}

interface IntegerParam extends ParamBase {
  readonly control: 'integer';
  readonly least: number;
  readonly most: number;
}

interface SwitchParam extends ParamBase {
  readonly control: 'switch';
}

/** Values that belong together in one kind of installation. */
export interface Preset {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  /** Keyed by param name. An empty object changes nothing. */
  readonly params: Readonly<Record<string, string | number | boolean>>;
  /** The suffix for a bare name in the source's `address` param; null when the name is not changed. */
  readonly suffix: string | null;
}

/** A hint about one param, and a correction that one click applies. */
export interface Advice {
  readonly param: string;
  readonly message: string;
  readonly fix: { readonly label: string; readonly params: ParamAnswers } | null;
}

/** Something to check when a connection does not work. */
export interface Check {
  /** The params that it concerns. */
  readonly params: readonly [string, ...string[]];
  readonly advice: string;
}

/** The meaning of a database's message: the invalid param if there is one, the cause, and what to do. */
export interface ProviderExplanation {
  readonly param: string | null;
  readonly sentence: string;
  readonly advice: string;
}

/** One of the ways in which Flow Service can sign in to a source. */
export interface AuthMethod {
  /** Must equal the spec's `authSpec[].name`, spaces included. */
  readonly specName: string;
  readonly label: string;
  /** In form order. */
  readonly params: readonly Param[];
}

/** The description of a source as data. */
export interface SourceDescription {
  /** Its name in page addresses and in stored data. */
  readonly slug: string;
  readonly name: string;
  /** The short name of the source, used for its step and its connections. */
  readonly shortName: string;
  readonly connectionSpec: { readonly id: string; readonly version: string };
  /** The usual method comes first. */
  readonly authMethods: readonly [AuthMethod, ...AuthMethod[]];
  /** The param that identifies the database in lists; null when there is none. */
  readonly address: string | null;
  /** The question that the presets answer; null without presets. */
  readonly presetQuestion: string | null;
  /** A new form selects the first one. */
  readonly presets: readonly Preset[];
  /** Proposes a connection name from the content of the form; empty when there is no proposal yet. */
  readonly proposeName: (params: ParamAnswers) => string;
  /** What to check when a connection does not work, the most likely cause first. */
  readonly checks: readonly Check[];
  /** Explains a database message that Flow Service passes on; null when the message is not recognized. */
  readonly explainProvider: (detail: string) => ProviderExplanation | null;
}

/**
 * A source with one of its auth methods. Form, review, request, edit and the list of secrets are generated from it.
 */
export interface Source extends SourceDescription {
  readonly authMethod: AuthMethod;
}

/** Selects the usual method when no method is named, or when the source does not have it. */
export function chooseAuthMethod(source: SourceDescription, specName?: string): Source {
  const { authMethods } = source;
  return { ...source, authMethod: authMethods.find((one) => one.specName === specName) ?? authMethods[0] };
}

/** The param with this name; undefined when the source has none. */
export function findParam({ authMethod }: Pick<Source, 'authMethod'>, name: string): Param | undefined {
  return authMethod.params.find((param) => param.name === name);
}

/** The label of a param within a sentence: `password`. */
export function toWord({ label }: Param): string {
  return /^[A-Z][a-z]/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}
