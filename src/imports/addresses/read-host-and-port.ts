import { ipv6 } from '../../sources/phoenix-host.ts';
import { isPort } from './is-port.ts';
import type { Reading } from '../reading.ts';
import { toHttpPath } from './to-http-path.ts';

const pattern = new RegExp(`^(\\[${ipv6}\\]|[a-z0-9][a-z0-9.-]*)(?::(\\d{1,5}))?(/[^\\s?#@;]*)?$`, 'i');

/** Reads `host`, `host:port` and `host:port/path`, where it is known that this is what stands there. */
export function readHostAndPort(text: string): Reading | null {
  const match = pattern.exec(text);
  if (match === null) return null;
  const [, host, port, path] = match;
  if (port !== undefined && !isPort(port)) return null;
  return {
    kind: 'host-and-port',
    findings: [
      { field: 'host', key: 'host', value: host },
      { field: 'port', key: 'port', value: port },
      { field: 'httpPath', key: 'path', value: path && toHttpPath(path) },
    ],
    unknownKeys: [],
    notes: [],
  };
}

/** Whether a text can hardly be anything else: a single word, or one with a slash in it, may be a password, too. */
export function isSurelyHost(text: string): boolean {
  return /^[^:/]+:\d|^[^:/]*\.[a-z]{2,}(?:\/|$)|^\d+(?:\.\d+){3}(?:\/|$)|^\[/i.test(text);
}
