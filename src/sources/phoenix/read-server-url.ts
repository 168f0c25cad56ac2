import { decodePercent, plainInQuery, plainInUserInfo } from '../../text/decode-percent.ts';
import { expansionMark, markExpressions } from '../../text/placeholders.ts';
import { containsSetting } from '../../text/split-settings.ts';
import { type Address, type ParamFinding, type Refusal, refuse } from '../overlay.ts';
import { ipv6 } from './host.ts';
import { isPort, toHttpPath } from './read-host-and-port.ts';

/** The query parameters that python-phoenixdb reads from its URL, and those that it adds (PQS-PY). */
const queryNames = new Set(['authentication', 'avatica_user', 'avatica_password', 'truststore', 'doas']);
const parts = /^(https?):\/\/([^/?#]*)([^?#]*)(?:\?([^#]*))?(#.*)?$/is;
const hostAndPort = new RegExp(
  `^(\\[${ipv6}\\]|[^\\s:;,@'"\`\\\\%&=[\\]]+)(?::(\\d*|${expansionMark}))?$`,
  'i',
);

/** Reads `https://user:password@host:port/path?avatica_user=...` on one line, as python-phoenixdb accepts it. */
export function readServerUrl(url: string): Address | Refusal {
  const [, scheme = '', authority = '', path = '', query, fragment] =
    parts.exec(markHost(url.trimEnd())) ?? [];
  const beyond = `${path}${query ?? ''}${fragment ?? ''}`;
  // In RFC 3986 the host ends at the first / ? or #, but a password that is not encoded may contain one of them.
  if (beyond.includes('@') && /[:@]/.test(authority)) {
    return refuseUrl(
      'The start of the host is unclear because @ follows / ? or #. In the username and password, write these characters as %40 %2F %3F %23. You can also fill in the fields manually.',
    );
  }
  const at = authority.lastIndexOf('@');
  const [user = ''] = authority.slice(0, Math.max(at, 0)).split(':', 1);
  if (/[;&,\s]/.test(user)) {
    return refuseUrl('The end of the username is unclear. Fill in the fields manually.');
  }
  const [, host, port = ''] = hostAndPort.exec(authority.slice(at + 1)) ?? [];
  if (host === undefined || (port !== '' && port !== expansionMark && !isPort(port))) {
    return refuseUrl('The host or port is not valid. Write the address as https://host:port/path.');
  }
  if (/\s/.test(path)) return refuseUrl('The path contains a space. Paste only the address.');

  const isSecure = scheme.toLowerCase() === 'https';
  const fromQuery = readQuery(query ?? '', fragment !== undefined || /\s$/.test(url));
  return {
    kind: 'address',
    label: 'Query server URL',
    isSure: true,
    findings: [
      { param: 'host', key: 'host', value: host },
      port === '' ? assumePort(isSecure, path) : { param: 'port', key: 'port', value: port },
      isPortal(host, path)
        ? { param: 'httpPath', key: 'path', value: '/hbasephoenix0', isAssumed: true }
        : { param: 'httpPath', key: 'path', value: toHttpPath(path) },
      { param: 'enableSsl', key: 'scheme', value: isSecure },
      ...(at < 0 ? [] : readUserInfo(authority.slice(0, at))),
      ...fromQuery.findings,
    ],
    unknownKeys: fromQuery.unknownKeys,
    notes: fromQuery.notes,
  };
}

/** The start of a template expression may be taken for the end of the host. A password may contain one by chance. */
function markHost(url: string): string {
  const at = url.lastIndexOf('@');
  const start = /^https?:\/\//i.test(url) && !url.slice(0, at + 1).includes('?') ? at + 1 : 0;
  return url.slice(0, start) + markExpressions(url.slice(start));
}

/**
 * The default port of the scheme. For a host alone, python-phoenixdb and the command line of the thin client assume
 * 8765 (PQS-PY).
 */
function assumePort(isSecure: boolean, path: string): ParamFinding {
  const value = isSecure ? '443' : path === '' ? '8765' : '80';
  return { param: 'port', key: 'port', value, isAssumed: true };
}

/** The address of a cluster in the Azure portal has no path. */
function isPortal(host: string, path: string): boolean {
  return /\.azurehdinsight\.net$/i.test(host) && /^\/?$/.test(path);
}

function readUserInfo(userInfo: string): ParamFinding[] {
  const colon = userInfo.indexOf(':');
  const username = decodePercent(colon < 0 ? userInfo : userInfo.slice(0, colon), plainInUserInfo);
  const findings: ParamFinding[] = [{ param: 'username', key: 'user', value: username.text }];
  if (colon >= 0) {
    const value = userInfo.slice(colon + 1);
    const { text, uncertain } = decodePercent(value, plainInUserInfo);
    findings.push({
      param: 'password',
      key: 'password',
      value: text,
      uncertain: uncertain || containsSetting(value),
    });
  }
  return findings;
}

/** `mayBeCut`: the text after the query may belong to its last value. */
function readQuery(query: string, mayBeCut: boolean): Pick<Address, 'findings' | 'unknownKeys' | 'notes'> {
  const pairs = query.split('&').map((pair) => {
    const [, name = pair, value] = /^([^=]*)=(.*)$/s.exec(pair) ?? [];
    return { name, value, isKnown: queryNames.has(name.toLowerCase()) && value !== undefined };
  });
  const passwordAt = pairs.findIndex(({ name }) => name.toLowerCase() === 'avatica_password');
  // An unencoded & in the password would begin another pair, so an unknown pair may be part of the password.
  const isCut = passwordAt >= 0 && (mayBeCut || pairs.slice(passwordAt).some(({ isKnown }) => !isKnown));
  const trusted = isCut ? pairs.slice(0, passwordAt + 1) : pairs;

  const findings: ParamFinding[] = [];
  const unknownKeys: string[] = [];
  let authentication: string | undefined;
  for (const pair of trusted) {
    const { name, value = '' } = pair;
    const { text, uncertain } = decodePercent(value, plainInQuery);
    const key = name.toLowerCase();
    if (key === 'avatica_password') {
      // Form decoding turns a plus into a blank, but the author of the address may have meant a plus.
      findings.push({
        param: 'password',
        key: name,
        value: text,
        uncertain: uncertain || isCut || value.includes('+') || containsSetting(value),
      });
    } else if (key === 'avatica_user') findings.push({ param: 'username', key: name, value: text });
    else if (pair.value !== undefined) unknownKeys.push(name);
    if (key === 'authentication') authentication = text;
  }
  return { findings, unknownKeys, notes: authenticationNotes(authentication) };
}

/** Adobe's Phoenix connector supports one way to sign in. The clients of the query server support more. */
export function authenticationNotes(authentication: string | undefined): string[] {
  if (!/^(?:SPNEGO|DIGEST|NONE|BEARER)$/i.test(authentication ?? '')) return [];
  return ['The address uses a sign-in method other than BASIC. Adobe supports only username and password.'];
}

function refuseUrl(reason: string): Refusal {
  return refuse('Query server URL', `This address is not valid. ${reason}`);
}
