import { expect, it } from 'vitest';
import { readCommandLine } from './read-command-line.ts';

it.each([
  [[], {}],
  [['--port', '3999'], { PORT: '3999' }],
  [['--port=3999', '--host=0.0.0.0'], { PORT: '3999', HOST: '0.0.0.0' }],
])('%j sets %j', (words, variables) => {
  expect(readCommandLine(words)).toEqual(variables);
});

it.each([[['--port']], [['--open']], [['3999']], [['-p', '1']]])(
  '%j is refused, and the options are named',
  (words) => {
    expect(() => readCommandLine(words)).toThrow(`${words.join(' ')} is not recognized. Use --host`);
  },
);
