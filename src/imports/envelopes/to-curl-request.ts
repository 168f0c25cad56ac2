/** What a curl command sends, as far as it is used here. */
export interface CurlRequest {
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  /** All data options together, as curl joins them; null when there is none. */
  readonly body: string | null;
  /** The body, or a part of it, is in a file that the command only names. */
  readonly bodyIsInFile: boolean;
}

/** Reads the options of a curl command from its words, `curl` itself left out. */
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

/** Letters that take no value may stand before one that does, whose value may follow at once: `-sSHname:value`. */
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
