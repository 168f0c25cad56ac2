import { type Endpoint, endpoints, flowServiceGet, flowServicePost } from '../flow-service/endpoints.ts';

/** What is answered here of Adobe's API: what the wizard asks for, and what others may, who come without its proxy. */
export const servedEndpoints = {
  ...endpoints,
  listConnectionSpecs: { ...flowServiceGet, path: '/connectionSpecs', query: ['property'] },
  searchConnections: { ...flowServicePost, path: '/connections/search', query: ['continuationToken'] },
} as const satisfies Record<string, Endpoint>;

export type ServedEndpointName = keyof typeof servedEndpoints;
