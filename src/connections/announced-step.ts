/** How often progress is announced to screen readers, in connections, so that many connections do not flood them. */
export function announcedStep(connections: number): number {
  return connections > 10 ? 10 : 1;
}
