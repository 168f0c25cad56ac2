import { readJdbcUrl } from './jdbc-url.ts';

/** Where a server is, as far as a text says it. */
export interface Server {
  readonly host: string;
  /** null when the text names none. */
  readonly port: number | null;
}

/** Reads the server out of a connection string, a JDBC URL, a URL, or a host with or without a port. */
export function readServer(text: string): Server | null {
  const trimmed = text.trim();
  const jdbc = readJdbcUrl(trimmed);
  if (jdbc !== null) return toServer(jdbc.parts.server, jdbc.parts.port);
  return trimmed.includes('=') && !/^https?:/i.test(trimmed) ? readSettings(trimmed) : readHost(trimmed);
}

function readSettings(text: string): Server | null {
  const settings = new Map<string, string>();
  for (const setting of text.split(';')) {
    const [, name = '', value = ''] = /^\s*([\w ]+?)\s*=\s*(.*?)\s*$/s.exec(setting) ?? [];
    const key = name.toLowerCase().replaceAll(/[ _]/g, '');
    if (key !== '' && !settings.has(key)) settings.set(key, value.replace(/^(["'])(.*)\1$/s, '$2'));
  }
  const account = settings.get('accountname');
  if (account !== undefined) {
    return toServer(`${account}.table.${settings.get('endpointsuffix') ?? 'core.windows.net'}`, '443');
  }
  const key = serverKeys.find((name) => settings.has(name)) ?? '';
  const server = readHost(settings.get(key) ?? '');
  const port = settings.get('port');
  return server === null || port === undefined ? server : toServer(server.host, port);
}

const serverKeys = ['server', 'datasource', 'host', 'hostname', 'address', 'addr', 'dbcname'];

/** A named instance such as `db\\SALES` has a port that only the server knows, so it cannot be read. */
function readHost(text: string): Server | null {
  const [, scheme, rest = ''] = /^(?:(https?|tcp):(?:\/\/)?)?(.*)$/is.exec(text) ?? [];
  const [address = ''] = rest.split(/[/?#]/, 1);
  // An IPv6 address without brackets has no port.
  if (/^[\da-f:.]+$/i.test(address) && address.split(':').length > 2) return { host: address, port: null };
  const { bracketed, bare, port } =
    /^(?:\[(?<bracketed>[\da-f:.]+)\]|(?<bare>[^\s:,\\@;=[\]]+))(?:[:,](?<port>\d{1,5}))?$/i.exec(address)
      ?.groups ?? {};
  return toServer(bracketed ?? bare, port ?? schemePorts[scheme?.toLowerCase() ?? '']);
}

const schemePorts: Readonly<Record<string, string>> = { http: '80', https: '443' };

function toServer(host: string | undefined, port: string | undefined): Server | null {
  if (host === undefined || host === '') return null;
  if (port === undefined) return { host, port: null };
  return /^\d{1,5}$/.test(port) && Number(port) > 0 && Number(port) <= 65_535
    ? { host, port: Number(port) }
    : null;
}
