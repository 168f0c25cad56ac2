import type { HttpProxy } from '../../proxy/upstream/http-proxy.ts';

/** Whether a value of `HTTPS_PROXY` names an HTTP proxy. Without a scheme it means `http`, as in other programs. */
export function isHttpProxy(value: string): boolean {
  const address = toAddress(value);
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, pathname, search, hash } = new URL(address);
  const isHttp = protocol === 'http:' || protocol === 'https:';
  return (
    isHttp && hostname !== '' && `${pathname}${search}${hash}` === '/' && readSignIn(address) !== undefined
  );
}

/** Whether a value of `NO_PROXY` can be a list of hosts, with or without ports, and of address ranges. */
export function isNoProxy(value: string): boolean {
  return /^[\w.:*[\]/,\s<>-]+$/.test(value);
}

/** Both values must have been validated before. */
export function toHttpProxy(address: string | undefined, exceptions: string | undefined): HttpProxy | null {
  if (address === undefined) return null;
  const signIn = readSignIn(toAddress(address));
  return {
    origin: new URL(toAddress(address)).origin,
    authorization: signIn ? `Basic ${Buffer.from(signIn).toString('base64')}` : null,
    exceptions: exceptions?.split(/[,\s]+/).filter((entry) => entry !== '') ?? [],
  };
}

function toAddress(value: string): string {
  return value.includes('://') ? value : `http://${value}`;
}

/** `user:password`; null when there is none; undefined when its percent-encoding is invalid. */
function readSignIn(address: string): string | null | undefined {
  const { username, password } = new URL(address);
  if (username === '' && password === '') return null;
  try {
    return `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  } catch {
    return undefined;
  }
}
