/**
 * Empties a page that is left. A browser may keep it as it is, to show it again on Back: then it is loaded again,
 * which brings back what was stored of it.
 */
export function emptyLeftPage(empty: () => void): void {
  window.addEventListener('pagehide', ({ persisted }) => {
    if (persisted) empty();
  });
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) window.location.reload();
  });
}
