/**
 * Empties a page when the user leaves it. A browser may keep the page to show it again on Back. In that case the page
 * is reloaded, which restores its stored state.
 */
export function emptyLeftPage(empty: () => void): void {
  window.addEventListener('pagehide', ({ persisted }) => {
    if (persisted) empty();
  });
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) window.location.reload();
  });
}
