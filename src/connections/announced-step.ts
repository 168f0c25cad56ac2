/** The number of connections between two announcements of progress. Many announcements would flood a screen reader. */
export function announcedStep(connections: number): number {
  return connections > 10 ? 10 : 1;
}
