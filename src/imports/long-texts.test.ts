import { expect, it } from 'vitest';
import { phoenix } from '../sources/phoenix/phoenix.ts';
import { readPastedText } from './read-pasted-text.ts';

/** Beginnings of what each reader recognizes. A reader that begins again at each of them needs minutes. */
const repeated = [
  '`',
  '```a\n',
  '```a\n~~~b\n',
  '{',
  '{"a":',
  '"a": 1,',
  '[',
  '(',
  'a: {',
  'a:\n  - ',
  '- a\n',
  'curl "',
  "curl -d '{",
  'curl -d @- <<E\n',
  '$x = @{',
  'import a\n(',
  'const a =',
  'POST http://a\n',
  'x-api-key: a\n',
  'a="',
  'server=;',
  '$(',
  'jdbc:mysql://',
];

it.each(repeated)('a long text of %j is read within seconds', { timeout: 30_000 }, (unit) => {
  for (const length of [131_072, 1_048_576]) {
    const text = unit.repeat(Math.floor(length / unit.length));
    expect(readPastedText(text, phoenix)).toHaveProperty('kind');
  }
});

it('a text of more than 1,048,576 characters is refused', () => {
  expect(readPastedText(' '.repeat(1_048_577), phoenix)).toMatchObject({
    kind: 'refused',
    reason: 'This text is too large. Paste only the settings.',
  });
});
