import { gatewayBasePath } from '../flow-service/endpoints.ts';
import type { Environment } from '../flow-service/schemas/environment.ts';

const loopback = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])(?::\d+)?$/;

/**
 * Where Flow Service is for whoever calls it without this page's server, such as
 * `https://platform.adobe.io/data/foundation`. Only what runs on this machine is taken to do without TLS: the
 * environment names no scheme.
 */
export function gatewayUrl({ gatewayHost }: Pick<Environment, 'gatewayHost'>): string {
  return `${loopback.test(gatewayHost) ? 'http' : 'https'}://${gatewayHost}${gatewayBasePath}`;
}
