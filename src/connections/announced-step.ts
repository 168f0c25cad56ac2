/** After how many connections the progress is announced to screen readers, when there are this many. */
export function announcedStep(connections: number): number {
  return connections > 10 ? 10 : 1;
}
