/**
 * One line for one request. No query, header or body: any of them can hold a secret or what a user typed.
 * `requestId` is the one that the service answered with.
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
