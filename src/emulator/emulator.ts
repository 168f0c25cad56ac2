import { Hono } from 'hono';
import { gatewayBasePath } from '../flow-service/endpoints.ts';
import { sourceConnectionEndpoint } from '../flow-service/schemas/source-connection.ts';
import { type Answer, jsonAnswer } from './answer.ts';
import { answerCall } from './answer-call.ts';
import { createSourceConnection } from './connections/create-source-connection.ts';
import { issueToken } from './tokens/issue-token.ts';
import { localRoutes } from './local-routes.ts';
import { Refusal } from './refusal.ts';
import { type ServedEndpointName, servedEndpoints } from './served-endpoints.ts';
import { emptyState } from './state.ts';
import { type Dependencies, realDependencies } from './dependencies.ts';

export interface Emulator {
  /** Answers one request. Rejects with {@link ConnectionCut} where a real server would break the connection. */
  readonly fetch: (request: Request) => Promise<Response>;
}

/** The local Flow Service without a port: Adobe's paths, and `/local/*` for functions that Adobe does not have. */
export function createEmulator(options: Partial<Dependencies> = {}): Emulator {
  const dependencies: Dependencies = { ...realDependencies, ...options };
  const state = emptyState();
  // Not strict, because Adobe's documents write some paths with a trailing slash and some without.
  const app = new Hono({ strict: false });

  for (const name of endpointNames) {
    const { method, service, path } = servedEndpoints[name];
    const route = `${gatewayBasePath}/${service}${path.replace('{id}', ':id')}`.replace(/\/$/, '');
    app.on(method, route, async (context) =>
      toResponse(await answerCall(name, context.req.param('id') ?? '', context.req.raw, state, dependencies)),
    );
  }
  app.post(`${gatewayBasePath}/flowservice${sourceConnectionEndpoint.path}`, async (context) =>
    toResponse(await createSourceConnection(context.req.raw, state, dependencies)),
  );
  app.on('POST', ['/ims/token/v3', '/ims/token/v2'], async (context) => {
    const params = new URLSearchParams([
      ...new URL(context.req.url).searchParams,
      ...new URLSearchParams(await context.req.text()),
    ]);
    return toResponse(issueToken(params, dependencies.now(), dependencies.newId));
  });
  app.route('/local', localRoutes(state, dependencies));

  app.notFound((context) =>
    toResponse(
      jsonAnswer(501, {
        message: `The local Flow Service does not support ${context.req.method} ${context.req.path}.`,
      }),
    ),
  );
  app.onError((error) => {
    if (error instanceof Refusal) return toResponse(error.toAnswer(dependencies.newId()));
    throw error;
  });
  return { fetch: async (request) => app.fetch(request) };
}

const endpointNames = Object.keys(servedEndpoints).filter((name): name is ServedEndpointName =>
  Object.hasOwn(servedEndpoints, name),
);

function toResponse(answer: Answer | 'cut'): Response {
  if (answer === 'cut') throw new ConnectionCut();
  return new Response(answer.body === '' ? null : answer.body, answer);
}

/** The connection breaks without an answer. A real server destroys the socket in this case. */
export class ConnectionCut extends Error {
  override readonly name = 'ConnectionCut';
  constructor() {
    super('The local Flow Service closed the connection.');
  }
}
