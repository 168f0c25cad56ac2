/** What was done a moment ago, told in the history to the page that it leads to. */
export interface NavigationState {
  /** Set on the way to a connection that was created. */
  readonly isNew?: boolean;
  /** Whether its answer was lost and it had to be looked for. */
  readonly wasLost?: boolean;
  /** Set on the way to a connection that was edited. */
  readonly isSaved?: boolean;
  /** Set on the way to the list, after a connection of that name was deleted. */
  readonly deletedName?: string;
}

declare module '@tanstack/react-router' {
  interface HistoryState extends NavigationState {}
}
