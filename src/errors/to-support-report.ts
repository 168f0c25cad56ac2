import { endpoints } from '../flow-service/endpoints.ts';
import type { FlowServiceError } from '../flow-service/flow-service-error.ts';

/** The lines that Adobe's support asks for. They contain what was received, and nothing that was sent. */
export function toSupportReport(error: FlowServiceError): string {
  const { method, service, path } = endpoints[error.endpoint];
  return [
    `${method} ${service}${path}`,
    new Date(error.at).toISOString(),
    error.status === null ? 'No response' : `HTTP ${error.status}`,
    ...(error.code === null ? [] : [`Code ${error.code}`]),
    ...(error.requestId === null ? [] : [`Request ID ${error.requestId}`]),
    error.detail ?? error.message,
    ...(error.body === '' ? [] : ['', error.body]),
  ].join('\n');
}
