import type { Credentials } from '../../flow-service/credentials.ts';
import { type EndpointName, endpoints, gatewayBasePath } from '../../flow-service/endpoints.ts';
import { parseJson } from '../../flow-service/schemas/parse-json.ts';
import { toWireRequest } from '../../flow-service/wire-request.ts';
import { createRedaction } from '../../proxy/credentials/redaction.ts';
import { type ServerCredentials, secretsOf } from '../../proxy/credentials/server-credentials.ts';
import { createTokenSource } from '../../proxy/credentials/create-token-source.ts';
import { createUpstream } from '../../proxy/upstream/upstream.ts';
import { findImsOrigin } from '../settings/find-ims-origin.ts';
import type { Settings } from '../settings/settings.ts';

/** An endpoint that only reads. */
export type ReadEndpointName = {
  [Name in EndpointName]: (typeof endpoints)[Name]['method'] extends 'GET' ? Name : never;
}[EndpointName];

/** One GET request. */
export interface Read {
  readonly endpoint: ReadEndpointName;
  /** null: without `x-sandbox-name`. */
  readonly sandbox: string | null;
  readonly id?: string;
  readonly query?: readonly (readonly [key: string, value: string])[];
  readonly isWithoutToken?: true;
  /** Headers in addition to the documented ones. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** What came back. Secrets of the settings are removed. */
export interface ReadAnswer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, unknown>>;
  /** Parsed JSON; undefined when it is none. */
  readonly body: unknown;
  readonly milliseconds: number;
}

export interface Reader {
  /** @throws {ProxyError} when there is no answer, or no access token */
  readonly read: (read: Read) => Promise<ReadAnswer>;
  /** The credentials of the requests. @throws {ProxyError} `no-token` */
  readonly credentials: () => Promise<Credentials>;
  /** Removes the secrets of the settings from a text. */
  readonly redact: (text: string) => string;
  readonly close: () => Promise<void>;
}

/** Reads from the gateway of the settings, with the server's credentials and through its HTTP proxy. */
export function createReader(
  settings: Pick<Settings, 'imsOrigin' | 'httpProxy'>,
  gatewayOrigin: string,
  serverCredentials: ServerCredentials,
): Reader {
  const { httpProxy } = settings;
  const redaction = createRedaction(secretsOf(serverCredentials));
  const gateway = createUpstream(gatewayOrigin, { httpProxy, revise: redaction.redactAnswer });
  const ims = createUpstream(findImsOrigin(settings, gatewayOrigin), { httpProxy });
  const tokens = createTokenSource(serverCredentials, ims, Date.now, redaction.addToken);
  const { clientId: apiKey, organizationId } = serverCredentials;
  const credentials = async () => ({ apiKey, organizationId, accessToken: await tokens.get() });

  return {
    async read({ endpoint, isWithoutToken, headers, ...facts }) {
      const target = { baseUrl: gatewayBasePath, credentials: await credentials() };
      const { url, headers: all } = toWireRequest(target, endpoints[endpoint], facts);
      const { Authorization: _, ...withoutToken } = all;
      const start = performance.now();
      const answer = await gateway.send({
        method: 'GET',
        path: url,
        headers: { ...(isWithoutToken ? withoutToken : all), ...headers },
        body: null,
        signal: new AbortController().signal,
      });
      return {
        status: answer.status,
        headers: answer.headers,
        body: parseJson(Buffer.from(answer.body).toString()),
        milliseconds: Math.round(performance.now() - start),
      };
    },
    credentials,
    redact: redaction.redact,
    async close() {
      await Promise.all([gateway.close(), ims.close()]);
    },
  };
}
