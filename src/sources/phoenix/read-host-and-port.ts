import type { Address } from '../overlay.ts';
import { ipv6 } from './host.ts';

const pattern = new RegExp(`^(\\[${ipv6}\\]|[a-z0-9][a-z0-9.-]*)(?::(\\d{1,5}))?(/[^\\s?#@;]*)?$`, 'i');

/** A single word, or one with a slash in it, may be a password, too. */
const surePattern = /^[^:/]+:\d|^[^:/]*\.[a-z]{2,}(?:\/|$)|^\d+(?:\.\d+){3}(?:\/|$)|^\[/i;

/** Reads `host`, `host:port` and `host:port/path`, where it is known that this is what stands there. */
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

/** Whether digits are the number of a port that something can listen on. */
export function isPort(digits: string): boolean {
  return Number(digits) >= 1 && Number(digits) <= 65_535;
}

/** The path of an address as HTTP path wants it: without the slash that it may end with, unless that is all of it. */
export function toHttpPath(path: string): string {
  return path === '/' ? path : path.replace(/\/$/, '');
}
