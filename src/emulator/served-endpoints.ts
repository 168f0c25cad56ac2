import { type Endpoint, endpoints } from '../flow-service/endpoints.ts';

/**
 * The endpoints of Adobe's API that are served here: those of the wizard, and those for other programs that call the
 * service without its proxy.
 */
export const servedEndpoints = {
  ...endpoints,
  listAllSandboxes: { ...endpoints.listSandboxes, path: '/sandboxes' },
  getSandbox: { ...endpoints.listSandboxes, path: '/sandboxes/{id}', query: [] },
} as const satisfies Record<string, Endpoint>;

export type ServedEndpointName = keyof typeof servedEndpoints;
