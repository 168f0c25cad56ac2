import { createProgramClient } from '../flow-service/program-client.ts';
import type { ConnectionRequest } from '../flow-service/connection-request.ts';
import { type Credentials, platformScopes } from '../flow-service/credentials.ts';
import { FlowServiceError } from '../flow-service/flow-service-error.ts';
import { demoApiKey, demoOrganizationId } from '../emulator/tokens/new-demo-credentials.ts';
import { exampleParams } from '../sources/example-params.ts';
import { phoenix } from '../sources/phoenix/phoenix.ts';
import { findParam } from '../sources/source.ts';
import { type Emulator, createEmulator } from '../emulator/emulator.ts';
import { mintAccessToken } from '../emulator/tokens/mint-access-token.ts';
import type { Dependencies } from '../emulator/dependencies.ts';

/** A local service with a clock and timers that the test controls, and with consecutive IDs. */
export function createEmulatorFixture(options: Partial<Dependencies> = {}) {
  let now = startOfTime;
  let ids = 0;
  let timers: { readonly at: number; readonly run: () => void }[] = [];
  const waiting: (() => void)[] = [];
  const emulator = createEmulator({
    now: () => now,
    newId: () => {
      ids += 1;
      return `${ids.toString(16).padStart(8, '0')}-0000-4000-8000-000000000000`;
    },
    schedule: (milliseconds, run) => {
      timers.push({ at: now + milliseconds, run });
      for (const resolve of waiting.splice(0)) resolve();
    },
    ...options,
  });
  const credentials: Credentials = {
    apiKey: demoApiKey,
    organizationId: demoOrganizationId,
    accessToken: mintAccessToken(demoApiKey, platformScopes, startOfTime, () => 'fixture'),
  };
  return {
    emulator,
    credentials,
    client: clientOf(emulator, credentials),
    /** A client of another caller. */
    clientAs: (changes: Partial<Credentials>) => clientOf(emulator, { ...credentials, ...changes }),
    /** The time of the service, in epoch milliseconds. */
    now: () => now,
    /** Advances the clock, and runs the callbacks that are due. */
    pass: (milliseconds: number): void => {
      now += milliseconds;
      const due = timers.filter(({ at }) => at <= now);
      timers = timers.filter(({ at }) => at > now);
      for (const { run } of due) run();
    },
    /** Resolves when the service has scheduled a timer. */
    scheduled: (): Promise<void> =>
      new Promise((resolve) => {
        if (timers.length > 0) resolve();
        else waiting.push(resolve);
      }),
    /** Sends a request below `/data/foundation` with valid headers, except for the changes; null removes a header. */
    request: (method: string, path: string, changes: Changes = {}): Promise<Response> => {
      const headers = new Headers({
        Authorization: `Bearer ${credentials.accessToken}`,
        'x-api-key': credentials.apiKey,
        'x-gw-ims-org-id': credentials.organizationId,
        'x-sandbox-name': 'prod',
        ...(changes.body !== undefined && { 'Content-Type': 'application/json' }),
      });
      for (const [name, value] of Object.entries(changes.headers ?? {})) {
        if (value === null) headers.delete(name);
        else headers.set(name, value);
      }
      const { body } = changes;
      return emulator.fetch(
        new Request(`${origin}/data/foundation${path}`, {
          method,
          headers,
          ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
        }),
      );
    },
    /** Activates a scenario for all requests. */
    switchOn: async (scenario: string | null): Promise<void> => {
      await emulator.fetch(
        new Request(`${origin}/local/scenarios`, {
          method: 'PUT',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify({ current: scenario }),
        }),
      );
    },
  };
}

export type EmulatorFixture = ReturnType<typeof createEmulatorFixture>;

/** The origin of the service in tests without ports. */
export const origin = 'http://local.test';

/** 2024-05-02T12:00:00Z */
export const startOfTime = 1_714_651_200_000;

interface Changes {
  readonly headers?: Readonly<Record<string, string | null>>;
  /** A text is sent unchanged, anything else as JSON. */
  readonly body?: unknown;
}

function clientOf(emulator: Emulator, credentials: Credentials) {
  return createProgramClient({
    baseUrl: `${origin}/data/foundation`,
    fetch: (url, init) => emulator.fetch(new Request(url, init)),
    credentials,
  });
}

/** The tutorial's body (T-PHX), with other params if the test needs them. */
export function phoenixRequest(
  params: Record<string, unknown> = {},
  changes: Partial<ConnectionRequest> = {},
): ConnectionRequest {
  return {
    name: 'Phoenix test connection',
    description: 'Phoenix test connection',
    auth: {
      specName: 'Basic Authentication',
      params: {
        ...exampleParams(phoenix),
        password: 'very-secret-password',
        ...params,
      },
    },
    connectionSpec: { id: '102706fb-a5cd-42ee-afe0-bc42f017ff43', version: '1.0' },
    ...changes,
  };
}

/** Params without those that Flow Service does not require. */
export function requiredParams(): Record<string, unknown> {
  const isRequired = ([name]: readonly [string, unknown]) => findParam(phoenix, name)?.isRequired === true;
  return Object.fromEntries(Object.entries(exampleParams(phoenix)).filter(isRequired));
}

/** The error with which a call of the client fails. */
export async function failureOf(call: Promise<unknown>): Promise<FlowServiceError> {
  const result: unknown = await call.catch((error: unknown) => error);
  if (result instanceof FlowServiceError) return result;
  throw new Error(`Expected a FlowServiceError, got ${JSON.stringify(result)}`);
}
