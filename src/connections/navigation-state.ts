/** The result of the last action. It is passed to the next page in the history state. */
export interface NavigationState {
  /** Set when a created connection is opened. */
  readonly isNew?: boolean;
  /** Whether the answer was lost and the connection had to be searched for. */
  readonly wasLost?: boolean;
  /** Set when an edited connection is opened. */
  readonly isSaved?: boolean;
  /** Set when step one opens for a copy of a connection in another sandbox. */
  readonly copy?: { readonly lead: string; readonly originalSandbox: string };
  /** Set when the list opens after a connection of that name was deleted. */
  readonly deletedName?: string;
}

declare module '@tanstack/react-router' {
  interface HistoryState extends NavigationState {}
}
