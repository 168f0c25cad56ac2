/**
 * Runs in the page: what can be clicked and is smaller than 24 by 24 pixels (WCAG 2.5.8), but for links in running
 * text. A field of text counts with the frame around it. Radio buttons and switches are left out: Spectrum draws them
 * and their labels 20 pixels high, and axe holds the distance around them.
 */
export function findSmallTargets(): string[] {
  const least = 24;
  const isInText = (target: Element) => {
    const rest = (target.parentElement?.textContent ?? '').replace(target.textContent ?? '', '').trim();
    return target.tagName === 'A' && getComputedStyle(target).display === 'inline' && rest !== '';
  };
  // For screen readers alone, in a box of one pixel.
  const isUnseen = (target: Element) => (target.parentElement?.clientWidth ?? 0) <= 1;
  return [...document.querySelectorAll('a[href], button, input, summary')]
    .filter((target) => !target.matches('[type="radio"], [type="checkbox"], [aria-hidden="true"]'))
    .filter(
      (target) =>
        target.checkVisibility({ visibilityProperty: true }) && !isInText(target) && !isUnseen(target),
    )
    .map((target) => (target.tagName === 'INPUT' ? (target.parentElement ?? target) : target))
    .flatMap((target) => {
      const { width, height } = target.getBoundingClientRect();
      const isSmall = Math.round(width) < least || Math.round(height) < least;
      return isSmall ? [`${target.outerHTML.slice(0, 120)}: ${width} by ${height}`] : [];
    });
}
