/** The parts of a request that are used here, whichever client it is written for. */
export interface HttpRequest {
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  /** null when the request has no body. */
  readonly body: string | null;
  /** The body, or a part of it, is in a file that the request references. */
  readonly bodyIsInFile: boolean;
  readonly url?: string;
  /** Options that are not used. Only their names are shown. */
  readonly ignored?: readonly string[];
  /** Secrets in options that are not used. */
  readonly secrets?: readonly string[];
}

/** `name: value` as in a header; null when the text is no header. */
export function toHeader(text: string): HttpRequest['headers'][number] | null {
  const [, name, value = ''] = /^([^:\s]+):\s*(.*)$/s.exec(text.trim()) ?? [];
  return name === undefined ? null : { name, value };
}
