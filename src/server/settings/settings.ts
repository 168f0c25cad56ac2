import * as z from 'zod/mini';
import { isJwtShaped } from '../../flow-service/schemas/access-token.ts';
import { organizationIdPattern, platformScopes } from '../../flow-service/credentials.ts';
import type { HttpProxy } from '../../proxy/upstream/http-proxy.ts';
import { isLoopback } from '../../proxy/check-origin.ts';
import type { ServerCredentials } from '../../proxy/credentials/server-credentials.ts';
import { isAddressRanges, toAddressRanges } from './address-ranges.ts';
import { findOpening } from './find-opening.ts';
import { isHttpProxy, isNoProxy, toHttpProxy } from './http-proxy-settings.ts';

export interface Settings {
  /** The name or address to listen on. */
  readonly host: string;
  /** null: the default port of the command. */
  readonly port: number | null;
  /** Scheme, host and port of the gateway; null: start the local Flow Service and use it. */
  readonly gatewayOrigin: string | null;
  /** Scheme, host and port of Adobe IMS; null: the default IMS of the gateway. */
  readonly imsOrigin: string | null;
  /** The HTTP proxy between this server and others; null: none. */
  readonly httpProxy: HttpProxy | null;
  /** null: users enter their own credentials. */
  readonly credentials: ServerCredentials | null;
  /** The sandbox to preselect. */
  readonly sandbox: string | null;
  /** Scheme, host and port of a reverse proxy in front of this server. */
  readonly publicOrigin: string | null;
  /** The Redis in which several servers record writes; null: this process records them in memory. */
  readonly stateUrl: string | null;
  /**
   * Whether databases are opened for users of other computers, and which ranges are allowed in addition to public
   * addresses.
   */
  readonly connectionCheck: { readonly isAllowed: boolean; readonly ranges: readonly string[] };
}

/** The mistakes in the settings, one line each. Each line names its variable. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
  /** Vite prints the stack of a startup error, but this mistake is not in the code. */
  override readonly stack: string = `${this.name}: ${this.message}`;
}

const httpProxy = text(
  isHttpProxy,
  'the http or https address of an HTTP proxy, such as http://proxy.example.com:3128. Percent-encode special characters in a password, for example %40 for @',
);
const noProxy = text(isNoProxy, 'a comma-separated list of hosts, such as localhost,.example.com,10.0.0.0/8');

const variables = z.object({
  HOST: text((value) => /^[\w.:-]+$/.test(value), 'a host name or an address, such as localhost or 0.0.0.0'),
  PORT: text((value) => /^\d+$/.test(value) && Number(value) <= 65_535, 'a whole number from 0 to 65535'),
  AEP_GATEWAY_URL: text(
    isServiceOrigin,
    'an https address without a path, such as https://platform.adobe.io (http only on this computer)',
  ),
  AEP_IMS_URL: text(
    isServiceOrigin,
    'an https address without a path, such as https://ims-na1.adobelogin.com (http only on this computer)',
  ),
  AEP_CLIENT_ID: text(isHeaderValue, 'the client ID of the credential, without spaces'),
  AEP_CLIENT_SECRET: text(isHeaderValue, 'the client secret of the credential, without spaces'),
  AEP_ORG_ID: text(
    (value) => organizationIdPattern.test(value),
    '24 hexadecimal digits followed by @AdobeOrg',
  ),
  AEP_SCOPES: text((value) => /^[\w.,]+$/.test(value), 'a comma-separated list of scopes without spaces'),
  AEP_ACCESS_TOKEN: text(isJwtShaped, 'an access token: three parts separated by periods, without "Bearer"'),
  AEP_SANDBOX: text((value) => /^[\w-]+$/.test(value), 'the name of a sandbox, such as prod'),
  AEP_ALLOW_SHARED: text((value) => value === '1', '1 or empty'),
  PUBLIC_ORIGIN: text(
    (value) => isOrigin(value),
    'an http or https address without a path, such as https://wizard.example.com',
  ),
  STATE_URL: text(
    isRedisUrl,
    'the address of a Redis server, such as redis://localhost:6379 or rediss://user:password@redis.example.com:6380/0',
  ),
  ALLOW_CONNECTION_CHECK: text((value) => value === '1', '1 or empty'),
  CONNECTION_CHECK_CIDRS: text(
    isAddressRanges,
    'a comma-separated list of IP address ranges, such as 10.20.0.0/16,fd12:3456::/32. Write a single address as 10.20.3.4/32',
  ),
  HTTPS_PROXY: httpProxy,
  NO_PROXY: noProxy,
  // Other programs also read the lower-case names, and prefer them.
  https_proxy: httpProxy,
  no_proxy: noProxy,
});
type Variables = z.infer<typeof variables>;

/** The environment variables that are read. */
export const settingNames: readonly string[] = Object.keys(variables.shape);

/** The settings whose value must not be shown. */
export const secretSettingNames: readonly (keyof Variables)[] = [
  'AEP_CLIENT_SECRET',
  'AEP_ACCESS_TOKEN',
  'STATE_URL',
  'HTTPS_PROXY',
  'https_proxy',
];

/**
 * Reads the settings from environment variables; other variables are ignored.
 * @throws {SettingsError}
 */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const parsed = variables.safeParse(environment);
  if (!parsed.success) {
    throw new SettingsError(
      parsed.error.issues.map(({ path, message }) => `${path.join()} must be ${message}.`).join('\n'),
    );
  }
  const { HOST: host = 'localhost', ...values } = parsed.data;
  const credentials = readCredentials(values);
  const publicOrigin = toOrigin(values.PUBLIC_ORIGIN);
  const opening = findOpening(host, publicOrigin);
  if (credentials && opening && values.AEP_ALLOW_SHARED === undefined) {
    throw new SettingsError(
      `${opening.name} is ${opening.value}, and the server has credentials but no login. Anyone who can reach the server can use them. ` +
        `Remove ${opening.name}, or put a login in front of the server and set AEP_ALLOW_SHARED=1.`,
    );
  }
  return {
    host,
    port: values.PORT === undefined ? null : Number(values.PORT),
    gatewayOrigin: toOrigin(values.AEP_GATEWAY_URL),
    imsOrigin: toOrigin(values.AEP_IMS_URL),
    httpProxy: toHttpProxy(values.https_proxy ?? values.HTTPS_PROXY, values.no_proxy ?? values.NO_PROXY),
    credentials,
    sandbox: values.AEP_SANDBOX ?? null,
    publicOrigin,
    stateUrl: values.STATE_URL ?? null,
    connectionCheck: {
      isAllowed: values.ALLOW_CONNECTION_CHECK === '1',
      ranges: toAddressRanges(values.CONNECTION_CHECK_CIDRS),
    },
  };
}

function readCredentials(values: Omit<Variables, 'HOST'>): ServerCredentials | null {
  const {
    AEP_CLIENT_ID: clientId,
    AEP_ORG_ID: organizationId,
    AEP_CLIENT_SECRET: clientSecret,
    AEP_ACCESS_TOKEN: accessToken,
    AEP_SCOPES: scopes = platformScopes,
  } = values;
  const held = { AEP_CLIENT_ID: clientId, AEP_ORG_ID: organizationId };
  if (clientSecret !== undefined && accessToken !== undefined) {
    throw new SettingsError('AEP_CLIENT_SECRET and AEP_ACCESS_TOKEN are both set. Set only one of them.');
  }
  if (clientId !== undefined && organizationId !== undefined) {
    if (clientSecret !== undefined) return { kind: 'secret', clientId, organizationId, clientSecret, scopes };
    if (accessToken !== undefined) return { kind: 'token', clientId, organizationId, accessToken };
  }
  const isAnySet = [clientId, organizationId, clientSecret, accessToken].some((value) => value !== undefined);
  if (!isAnySet) return null;
  const missing = Object.entries(held).flatMap(([name, value]) => (value === undefined ? [name] : []));
  if (clientSecret === undefined && accessToken === undefined) {
    missing.push('AEP_CLIENT_SECRET (or AEP_ACCESS_TOKEN)');
  }
  throw new SettingsError(
    `The server's credentials are incomplete. Set ${missing.join(' and ')}, or remove all credentials.`,
  );
}

/** A blank variable counts as not set, and blanks at the edges are removed, because they are never intended. */
function text(isValid: (value: string) => boolean, mustBe: string) {
  return z.pipe(
    z.pipe(
      z.optional(z.string()),
      z.transform((value) => value?.trim() || undefined),
    ),
    z.optional(z.string().check(z.refine(isValid, mustBe))),
  );
}

function isHeaderValue(value: string): boolean {
  return /^[\x21-\x7e]+$/.test(value);
}

function isOrigin(value: string): boolean {
  const url = URL.canParse(value) ? new URL(value) : null;
  return (url?.protocol === 'https:' || url?.protocol === 'http:') && url.href === `${url.origin}/`;
}

/** The path is the number of a database. Settings in a query are not read. */
function isRedisUrl(value: string): boolean {
  const url = URL.canParse(value) ? new URL(value) : null;
  if (url === null || !/^rediss?:$/.test(url.protocol) || url.hostname === '') return false;
  return /^(\/\d*)?$/.test(url.pathname) && url.search === '' && url.hash === '';
}

/** A token must not be sent over a network unencrypted. */
function isServiceOrigin(value: string): boolean {
  if (!isOrigin(value)) return false;
  const { protocol, hostname } = new URL(value);
  return protocol === 'https:' || isLoopback(hostname);
}

function toOrigin(value: string | undefined): string | null {
  return value === undefined ? null : new URL(value).origin;
}
