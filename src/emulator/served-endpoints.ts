import { type Endpoint, endpoints } from '../flow-service/endpoints.ts';

/** What is answered here of Adobe's API: what the wizard asks for, and what others may, who come without its proxy. */
export const servedEndpoints = {
  ...endpoints,
  listConnectionSpecs: {
    method: 'GET',
    service: 'flowservice',
    path: '/connectionSpecs',
    query: ['property'],
    inSandbox: true,
  },
  searchConnections: {
    method: 'POST',
    service: 'flowservice',
    path: '/connections/search',
    query: ['continuationToken'],
    inSandbox: true,
  },
} as const satisfies Record<string, Endpoint>;

export type ServedEndpointName = keyof typeof servedEndpoints;
