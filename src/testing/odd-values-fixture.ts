import { type Arbitrary, array, constant, constantFrom, oneof, string, tuple } from 'fast-check';

/** Undocumented values, to test how the page handles them. {@link toAnswerText} converts them to text. */

/** JSON text that JavaScript values cannot represent safely. It replaces the markers in an answer. */
const markers = {
  '@huge-number@': '1e400',
  '@negative-huge-number@': '-1e400',
  '@deep-list@': `${'['.repeat(100_000)}${']'.repeat(100_000)}`,
  '@deep-object@': `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`,
} as const;

/** The maximum number of deep values in an answer. With more of them, the answer would be too large to be read. */
const mostDeep = 2;

/** The text of an answer. */
export function toAnswerText(value: unknown): string {
  return Object.entries(markers).reduce((text, [marker, written]) => {
    let count = 0;
    return text.replaceAll(`"${marker}"`, () => {
      count += 1;
      return marker.startsWith('@deep') && count > mostDeep ? '[]' : written;
    });
  }, JSON.stringify(value));
}

const numbers = [
  0,
  -0,
  -1,
  0.5,
  1e21,
  8.64e15,
  8.64e15 + 1,
  -8.64e15 - 1,
  1.7e308,
  5e-324,
  2 ** 53,
  253_402_300_800_000,
];

export const oddNumber = constantFrom<unknown>('@huge-number@', '@negative-huge-number@', ...numbers);

const words = 'NaN Infinity null __proto__ constructor toString hasOwnProperty .. / % %zz <b>&amp;</b>'.split(
  ' ',
);
const controls = ['', ' ', '\u200b', '\0', '\u0007\u001b[31m', '\r\n', '\ud800', 'a\udfff', '\u202eabc'];
const long = [300, 10_000, 10_001, 200_000].flatMap((length) => [
  'x'.repeat(length),
  'a b '.repeat(length / 4),
]);

export const oddText = oneof(
  constantFrom(...words, ...controls, ...long, '\uE000'.repeat(5000)),
  string({ unit: 'binary', maxLength: 20 }),
);

const containers: readonly unknown[] = [
  [],
  {},
  [null],
  [[]],
  [{}],
  { a: null },
  { length: 5 },
  '@deep-list@',
  '@deep-object@',
  Object.fromEntries([['__proto__', { polluted: true }]]),
  { constructor: { prototype: { polluted: true } } },
  { toJSON: 1 },
  Object.fromEntries(Array.from({ length: 3000 }, (_, place) => [`key ${place}`, place])),
];

/** Any JSON value, with unusual values first. */
export const oddValue: Arbitrary<unknown> = oneof(
  { weight: 2, arbitrary: constantFrom(null, true, false) },
  { weight: 2, arbitrary: oddNumber },
  { weight: 3, arbitrary: oddText },
  { weight: 1, arbitrary: constantFrom(...containers) },
);

/** An object whose fields are valid, invalid or absent, with additional fields; or a value that is not an object. */
export function oddObject(fields: Readonly<Record<string, Arbitrary<unknown>>>): Arbitrary<unknown> {
  const entries = Object.entries(fields).map(([name, good]) =>
    oneof(
      { weight: 7, arbitrary: good.map((value): [string, unknown][] => [[name, value]]) },
      { weight: 2, arbitrary: oddValue.map((value): [string, unknown][] => [[name, value]]) },
      { weight: 1, arbitrary: constant<[string, unknown][]>([]) },
    ),
  );
  const extra = array(tuple(oneof(oddText, constant('labels')), oddValue), { maxLength: 1 });
  return oneof(
    {
      weight: 9,
      arbitrary: tuple(extra, ...entries).map(([more, ...parts]) =>
        Object.fromEntries([...more, ...parts.flat()]),
      ),
    },
    { weight: 1, arbitrary: oddValue },
  );
}
