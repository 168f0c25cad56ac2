import type { Reading } from './reading.ts';

const pattern = /^(\[[0-9a-f:.]+\]|[a-z0-9][a-z0-9.-]*)(?::(\d{1,5}))?(\/[^\s?#@;]*)?$/i;

/** Reads `host`, `host:port` and `host:port/path`. A single word is no host here: it may be anything, a password too. */
export function readHostAndPort(text: string): Reading | null {
  const match = pattern.exec(text);
  if (match === null) return null;
  const [, host = '', port, path] = match;
  if (port === undefined && !/\.[a-z]{2,}$|^\d+(?:\.\d+){3}$|^\[/i.test(host)) return null;
  return {
    kind: 'host-and-port',
    findings: [
      { field: 'host', key: 'host', value: host },
      { field: 'port', key: 'port', value: port },
      { field: 'httpPath', key: 'path', value: path },
    ],
    unknownKeys: [],
    notes: [],
  };
}
