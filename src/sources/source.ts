/** What the control of a param holds: an integer is text until it is sent, so that no keystroke is lost. */
export type ParamAnswer = string | boolean;
export type ParamAnswers = Readonly<Record<string, ParamAnswer>>;

/** One param of a source: everything that is known of it, and the only place where it is described. */
export type Param = TextParam | SecretParam | IntegerParam | SwitchParam;

interface ParamBase {
  /** Its key in `auth.params` of the wire. */
  readonly name: string;
  readonly label: string;
  /** What it is; stands below the field. */
  readonly help: string;
  readonly guide: {
    readonly whereToFind: string;
    /** A value of the right form, shown as an example and never as a value; null where none can be shown. */
    readonly example: string | null;
  };
  /** How much of a line it takes where there is room for two. */
  readonly width: 'whole' | 'half';
  /** How much room is kept below it for advice, which comes late; absent where there is never any. */
  readonly adviceRoom?: 'words' | 'wordsAndButton';
  /** Whether the service must be sent it. The form asks for all of them. */
  readonly isRequired: boolean;
  /** What it is called in settings that people paste; case and separators do not count. */
  readonly importNames: readonly string[];
  /** The same where a setting has its own line or is one of a list, and no variable of a shell can be meant. */
  readonly listNames?: readonly string[];
}

interface TextParam extends ParamBase {
  readonly control: 'text';
  /** What to say when it is empty. */
  readonly missing: string;
  /** What is wrong with a text without blanks at its ends, in a sentence that says what to do; null when nothing is. */
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

/** Values that belong together at one kind of installation. */
export interface Preset {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  /** By the names of the params. Empty: everything is kept as it is. */
  readonly params: Readonly<Record<string, string | number | boolean>>;
  /** What a bare name typed into the source's `address` ends with; null where it is taken as typed. */
  readonly suffix: string | null;
}

/** Something worth a second look about one param, and what one click can do about it. */
export interface Advice {
  readonly param: string;
  readonly message: string;
  readonly fix: { readonly label: string; readonly params: ParamAnswers } | null;
}

/** Something to look at when a connection does not work. */
export interface Check {
  /** The params it is about. */
  readonly params: readonly [string, ...string[]];
  readonly advice: string;
}

/** What the words of a database mean: the param at fault where there is one, why, and what to do. */
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
  /** In the order of the form. */
  readonly params: readonly Param[];
}

/** What a kind of source is, as data. */
export interface SourceDescription {
  /** What it is called in addresses of pages and in what is stored. */
  readonly slug: string;
  readonly name: string;
  /** What its step and its connections are called by for short. */
  readonly shortName: string;
  readonly connectionSpec: { readonly id: string; readonly version: string };
  /** The usual one first. */
  readonly authMethods: readonly [AuthMethod, ...AuthMethod[]];
  /** The param that says which database it is, shown in lists; null where none does. */
  readonly address: string | null;
  /** What the presets answer; null where there are none. */
  readonly presetQuestion: string | null;
  /** The first is chosen in a new form. */
  readonly presets: readonly Preset[];
  /** A connection name to begin with, from what the form holds; empty when nothing can be proposed yet. */
  readonly proposeName: (params: ParamAnswers) => string;
  /** What to check when a connection does not work, the likeliest first. */
  readonly checks: readonly Check[];
  /** What the database said to Flow Service, which passes its words on; null where they are not understood. */
  readonly explainProvider: (detail: string) => ProviderExplanation | null;
}

/** A source and one of its auth methods: form, review, request, edit and the list of secrets are all made from it. */
export interface Source extends SourceDescription {
  readonly authMethod: AuthMethod;
}

/** The usual method where none is named, or one that the source does not have. */
export function chooseAuthMethod(source: SourceDescription, specName?: string): Source {
  const { authMethods } = source;
  return { ...source, authMethod: authMethods.find((one) => one.specName === specName) ?? authMethods[0] };
}

/** The param of a name; undefined when the source has none. */
export function findParam({ authMethod }: Pick<Source, 'authMethod'>, name: string): Param | undefined {
  return authMethod.params.find((param) => param.name === name);
}

/** A param by its label as it stands within a sentence: `password`. */
export function toWord({ label }: Param): string {
  return /^[A-Z][a-z]/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}
