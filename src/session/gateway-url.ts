import { gatewayBasePath } from '../flow-service/endpoints.ts';
import type { Environment } from '../flow-service/schemas/environment.ts';

const loopback = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])(?::\d+)?$/;

/**
 * The URL of Flow Service for callers that do not use this page's server, such as
 * `https://platform.adobe.io/data/foundation`. The environment names no scheme, so only hosts on this computer are
 * assumed to work without TLS.
 */
export function gatewayUrl({ gatewayHost }: Pick<Environment, 'gatewayHost'>): string {
  return `${loopback.test(gatewayHost) ? 'http' : 'https'}://${gatewayHost}${gatewayBasePath}`;
}
