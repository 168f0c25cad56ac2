/**
 * Runs in the page: the least contrast between the edge of a text field and what is inside and outside of it, by the
 * formula of WCAG 2.2. Expects opaque colours.
 */
export function findLeastEdgeContrast(): number {
  const luminance = (colour: string) => {
    const channels = (colour.match(/[\d.]+/g) ?? []).slice(0, 3).map((channel) => Number(channel) / 255);
    const [red = 0, green = 0, blue = 0] = channels.map((channel) =>
      channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (one: string, other: string) => {
    const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
    return (light + 0.05) / (dark + 0.05);
  };
  const backgroundOf = (element: Element | null): string => {
    const colour = element === null ? 'rgb(255, 255, 255)' : getComputedStyle(element).backgroundColor;
    return colour === 'rgba(0, 0, 0, 0)' ? backgroundOf(element?.parentElement ?? null) : colour;
  };
  const frames = [...document.querySelectorAll('input:not([type=radio], [type=checkbox])')].map(
    (input) => input.parentElement ?? input,
  );
  const contrasts = frames.flatMap((frame) => {
    const edge = getComputedStyle(frame).borderTopColor;
    return [contrast(edge, backgroundOf(frame)), contrast(edge, backgroundOf(frame.parentElement))];
  });
  return Math.min(...contrasts);
}
