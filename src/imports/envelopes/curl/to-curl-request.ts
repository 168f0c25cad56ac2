/** The parts of a curl command that are used here. */
export interface CurlRequest {
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  /** All data options, joined as curl joins them; null when the command has none. */
  readonly body: string | null;
  /** The body, or a part of it, is in a file that the command references. */
  readonly bodyIsInFile: boolean;
}

/** Parses the options of a curl command. `words` do not include `curl`. */
export function toCurlRequest(words: readonly string[]): CurlRequest {
  const headers: { name: string; value: string }[] = [];
  const data: string[] = [];
  let bodyIsInFile = false;
  let separator = '&';
  for (const { name, value } of readOptions(words)) {
    if (name === 'header') {
      const [, header, content = ''] = /^([^:]+):\s*(.*)$/s.exec(value) ?? [];
      if (header !== undefined) headers.push({ name: header.trim(), value: content });
    } else if (/^(?:data|data-ascii|data-binary|json)$/.test(name) && value.startsWith('@')) {
      bodyIsInFile = true;
    } else if (/^(?:data|data-ascii|data-binary|data-raw|json)$/.test(name)) {
      data.push(value);
      if (name === 'json') separator = '';
    } else if (name === 'data-urlencode') {
      const equals = value.indexOf('=');
      data.push(value.slice(0, equals + 1) + encodeURIComponent(value.slice(equals + 1)));
    }
  }
  return { headers, body: data.length === 0 ? null : data.join(separator), bodyIsInFile };
}

/**
 * Options without a value may precede one that has a value, and the value may follow without a space:
 * `-sSHname:value`.
 */
const shortOption = /^-([a-zA-Z#]*?)([AbcCdDeEFhHKmoPQrtTuUwxXyYz])([\s\S]*)$/;

function readOptions(words: readonly string[]): { name: string; value: string }[] {
  const options: { name: string; value: string }[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? '';
    if (word.startsWith('--')) {
      const name = word.slice(2);
      if (/^(?:header|json|data(?:-\w+)?)$/.test(name)) {
        index += 1;
        options.push({ name, value: words[index] ?? '' });
      }
    } else {
      const [, , letter, attached = ''] = shortOption.exec(word) ?? [];
      if (letter !== undefined && attached === '') index += 1;
      const value = attached === '' ? (words[index] ?? '') : attached;
      if (letter === 'H') options.push({ name: 'header', value });
      if (letter === 'd') options.push({ name: 'data', value });
    }
  }
  return options;
}
