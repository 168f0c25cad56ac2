import { type HttpRequest, toHeader } from './http-request.ts';
import { readOptions } from './read-options.ts';

const grammar = {
  long: /^(?:header|method|(?:post|body)-(?:data|file)|user|password|http-user|http-password|user-agent|output-(?:document|file)|tries|timeout|referer|certificate|private-key|ca-certificate|directory-prefix|wait)$/,
  short: 'OoaUePTtwiQDRA',
};

/** Parses the options of a wget command. `words` do not include `wget`. */
export function toWgetRequest(words: readonly string[], input: string | null): HttpRequest {
  const { options, operands } = readOptions(words, grammar);
  const valuesOf = (...names: string[]) =>
    options.filter(({ name }) => names.includes(name)).map(({ value }) => value);
  const files = valuesOf('post-file', 'body-file');
  const readsInput = files.some((file) => file === '-' || file === '/dev/stdin');
  return {
    headers: valuesOf('header').flatMap((value) => toHeader(value) ?? []),
    body: valuesOf('post-data', 'body-data').at(-1) ?? (readsInput ? input : null),
    bodyIsInFile: files.length > 0 && !(readsInput && input !== null),
    url: operands.find((word) => /^https?:/i.test(word)) ?? '',
    ignored: options.map(({ name }) => name).filter((name) => /^(?:http-)?(?:user|password)$/.test(name)),
    secrets: valuesOf('password', 'http-password'),
  };
}
