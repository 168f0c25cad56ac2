import type { Address } from '../overlay.ts';
import { ipv6 } from './host.ts';

const pattern = new RegExp(`^(\\[${ipv6}\\]|[a-z0-9][a-z0-9.-]*)(?::(\\d{1,5}))?(/[^\\s?#@;]*)?$`, 'i');

/** A single word, with or without a slash, may also be a password. */
const surePattern = /^[^:/]+:\d|^[^:/]*\.[a-z]{2,}(?:\/|$)|^\d+(?:\.\d+){3}(?:\/|$)|^\[/i;

/** Reads `host`, `host:port` and `host:port/path`, when the text is known to have one of these forms. */
export function readHostAndPort(text: string): Address | null {
  const match = pattern.exec(text);
  if (match === null) return null;
  const [, host, port, path] = match;
  if (port !== undefined && !isPort(port)) return null;
  return {
    kind: 'address',
    label: 'Host and port',
    isSure: surePattern.test(text),
    findings: [
      { param: 'host', key: 'host', value: host },
      { param: 'port', key: 'port', value: port },
      { param: 'httpPath', key: 'path', value: path && toHttpPath(path) },
    ],
    unknownKeys: [],
    notes: [],
  };
}

/** Whether digits are a valid port number. */
export function isPort(digits: string): boolean {
  return Number(digits) >= 1 && Number(digits) <= 65_535;
}

/** The path of an address in the form of the HTTP path field: without a trailing slash, unless it is only a slash. */
export function toHttpPath(path: string): string {
  return path === '/' ? path : path.replace(/\/$/, '');
}
