import { adobeEnvironment } from './environment-fixture.ts';
import { createEmulatorFixture, origin } from './emulator-fixture.ts';

/** A request of a page, below `/api`. */
export interface PageRequest {
  readonly method: string;
  readonly path: string;
  /** The JSON of its body; null without one. */
  readonly body: unknown;
}

/** Answers a request instead of the service; undefined leaves it to the service. */
type Intercept = (request: PageRequest) => Response | Promise<Response> | undefined;

/** A page whose requests go to a local service. `fetch` is the page's function of that name. */
export function createPageFixture() {
  const service = createEmulatorFixture();
  const sent: PageRequest[] = [];
  let intercept: Intercept = () => undefined;
  return {
    ...service,
    access: { credentials: service.credentials, sandbox: 'prod' },
    /** The writes that the page has sent, in their order. */
    writes: () => sent.filter(({ method }) => method !== 'GET'),
    /** Answers further requests of the page instead of the service. */
    intercept: (next: Intercept): void => {
      intercept = next;
    },
    fetch: async (url: string, init: RequestInit = {}): Promise<Response> => {
      if (url === '/api/environment')
        return Response.json({ ...adobeEnvironment, writeNonce: '0'.repeat(32) });
      const { method = 'GET', body } = init;
      const request = {
        method,
        path: url.replace(/^\/api/, ''),
        body: typeof body === 'string' ? JSON.parse(body) : null,
      };
      sent.push(request);
      const answer = await intercept(request);
      return answer ?? service.emulator.fetch(new Request(`${origin}/data/foundation${request.path}`, init));
    },
  };
}

/** The page that a proxy in front of the service sends for an unknown address. */
export function htmlNotFound(): Response {
  const headers = { 'Content-Type': 'text/html' };
  return new Response('<html><h1>404 Not Found</h1></html>', { status: 404, headers });
}
