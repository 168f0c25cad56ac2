/**
 * One log line for one request. It contains no query, header or body, because any of them can contain a secret or
 * user input. `requestId` comes from the answer of the service.
 */
export function toAccessLogLine(
  method: string,
  path: string,
  status: number,
  milliseconds: number,
  requestId: string | null,
): string {
  const id = requestId !== null && /^[\w.:-]{1,100}$/.test(requestId) ? requestId : '-';
  return `${method} ${path.slice(0, 200)} ${status} ${Math.round(milliseconds)}ms ${id}`;
}
