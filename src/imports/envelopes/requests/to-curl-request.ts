import { type HttpRequest, toHeader } from './http-request.ts';
import { type OptionGrammar, readOptions } from './read-options.ts';

const grammar: OptionGrammar = {
  long: /^(?:header|json|data(?:-\w+)?|request|url|user|oauth2-bearer|output|user-agent|cookie(?:-jar)?|referer|proxy(?:-user)?|form(?:-string)?|cert|key|cacert|max-time|connect-timeout|retry(?:-\w+)?|write-out|resolve|upload-file|config|range|interface|url-query|variable|aws-sigv4|limit-rate|tls-max|pass)$/,
  short: 'AbcCdDeEFhHKmoPQrtTuUwxXyYz',
};

/** Parses the options of a curl command. `words` do not include `curl`. */
export function toCurlRequest(words: readonly string[], input: string | null = null): HttpRequest {
  const headers: { name: string; value: string }[] = [];
  const data: string[] = [];
  let bodyIsInFile = false;
  let separator = '&';
  for (const { name, value } of readOptions(words, grammar).options) {
    if (name === 'header' || name === 'H') {
      const header = toHeader(value);
      if (header !== null) headers.push(header);
    } else if (name === 'oauth2-bearer') {
      headers.push({ name: 'Authorization', value: `Bearer ${value}` });
    } else if (/^(?:d|data|data-ascii|data-binary|json)$/.test(name) && value.startsWith('@')) {
      if (/^@(?:-|\/dev\/stdin)$/.test(value) && input !== null) data.push(input);
      else bodyIsInFile = true;
    } else if (/^(?:d|data|data-ascii|data-binary|data-raw|json)$/.test(name)) {
      data.push(value);
      if (name === 'json') separator = '';
    } else if (name === 'data-urlencode') {
      const equals = value.indexOf('=');
      data.push(value.slice(0, equals + 1) + encodeURIComponent(value.slice(equals + 1)));
    }
  }
  return { headers, body: data.length === 0 ? null : data.join(separator), bodyIsInFile };
}

/** The parts of a curl command that are neither headers nor body. */
export function toCurlExtras(
  words: readonly string[],
): Required<Pick<HttpRequest, 'url' | 'ignored' | 'secrets'>> {
  const { options, operands } = readOptions(words, grammar);
  const valuesOf = (...names: string[]) =>
    options.filter(({ name }) => names.includes(name)).map(({ value }) => value);
  const users = valuesOf('u', 'user');
  const cookies = valuesOf('b', 'cookie');
  return {
    url: [...valuesOf('url'), ...operands].find((word) => /^https?:/i.test(word)) ?? '',
    ignored: [...(users.length > 0 ? ['user'] : []), ...(cookies.length > 0 ? ['cookie'] : [])],
    secrets: [...users.map((user) => user.slice(user.indexOf(':') + 1)), ...cookies],
  };
}
