import type * as z from 'zod/mini';

/** What the control of a param holds: an integer is text until it is sent, so that no keystroke is lost. */
export type ParamAnswer = string | boolean;
export type ParamAnswers = Readonly<Record<string, ParamAnswer>>;

/** How a param is asked for, in words and by which control. */
export interface ParamPresentation {
  readonly label: string;
  /** What it is; stands below the field. */
  readonly help: string;
  readonly guide: {
    readonly whereToFind: string;
    /** A value of the right form, shown as an example and never as a value; null where none can be shown. */
    readonly example: string | null;
  };
  readonly control: 'text' | 'integer' | 'secret' | 'switch';
  /** How much of a line it takes where there is room for two. */
  readonly width: 'whole' | 'half';
  /** How much room is kept below it for advice, which comes late; absent where there is never any. */
  readonly adviceRoom?: 'words' | 'wordsAndButton';
}

/** Values that belong together at one kind of installation. */
export interface Preset<Params> {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  /** Empty: everything is kept as it is. */
  readonly params: Partial<Params>;
  /** Completes a bare name typed as host; null where hosts are taken as typed. */
  readonly hostSuffix: string | null;
}

/** Something worth a second look about one param, and what one click can do about it. */
export interface Advice {
  readonly param: string;
  readonly message: string;
  readonly fix: { readonly label: string; readonly params: ParamAnswers } | null;
}

/** Something to look at when a connection does not work. */
export interface Check<Param extends string> {
  /** The params it is about. */
  readonly params: readonly [Param, ...Param[]];
  readonly advice: string;
}

export interface Deprecation {
  readonly notice: string;
  readonly alternative: { readonly name: string; readonly description: string; readonly url: string };
}

/** What a kind of source is, as data: the form, the request and the local service are all made from it. */
export interface SourceDefinition<Shape extends z.core.$ZodShape> {
  readonly id: string;
  readonly name: string;
  readonly connectionSpec: { readonly id: string; readonly version: string };
  /** Must equal the spec's `authSpec[].name`, spaces included. */
  readonly authSpecName: string;
  /** `auth.params` of the wire. */
  readonly params: z.ZodMiniObject<Shape>;
  /** Params that the service may be sent without; the form asks for all of them. */
  readonly optionalOnTheWire: readonly (keyof Shape & string)[];
  /** In the order of the form. A param without presentation does not compile. */
  readonly presentation: { readonly [Name in keyof Shape]: PresentationOf<z.output<Shape[Name]>> };
  readonly presetQuestion: string;
  readonly presets: readonly [Preset<ParamsOf<Shape>>, ...Preset<ParamsOf<Shape>>[]];
  /** A connection name to begin with, from what the form holds; empty when nothing can be proposed yet. */
  readonly proposeName: (params: ParamAnswers) => string;
  /** In the order of importance; none of it blocks. */
  readonly advise: (params: ParamAnswers) => readonly Advice[];
  /** What to check when a connection does not work, the likeliest first. */
  readonly checks: readonly Check<keyof Shape & string>[];
  readonly deprecation: Deprecation | null;
}

type ParamsOf<Shape extends z.core.$ZodShape> = { [Name in keyof Shape]: z.output<Shape[Name]> };

type PresentationOf<Value> = ParamPresentation & {
  readonly control: Value extends boolean ? 'switch' : Value extends number ? 'integer' : 'text' | 'secret';
};

/** A source of whichever params: what the form, the request and the catalogue work with. */
export interface Source extends Omit<
  SourceDefinition<z.core.$ZodShape>,
  'presentation' | 'presets' | 'optionalOnTheWire' | 'checks'
> {
  readonly checks: readonly Check<string>[];
  readonly presentation: Readonly<Record<string, ParamPresentation>>;
  readonly optionalOnTheWire: readonly string[];
  readonly presets: readonly [Preset<Record<string, unknown>>, ...Preset<Record<string, unknown>>[]];
}

/** Holds a definition against its params schema, and keeps its type. */
export function defineSource<Shape extends z.core.$ZodShape>(
  definition: SourceDefinition<Shape>,
): SourceDefinition<Shape> {
  return definition;
}
