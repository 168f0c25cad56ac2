import { style } from '@react-spectrum/s2/style' with { type: 'macro' };

/** The name of a source with its initials, by which it is found in a long list. */
export function SourceName({ name }: { readonly name: string }) {
  return (
    <span className={style({ display: 'inline-flex', alignItems: 'baseline', gap: 8, minWidth: 0 })}>
      {/* Every source has a name, which says the same. */}
      <span
        aria-hidden="true"
        className={style({
          display: 'inline-flex',
          alignItems: 'center',
          justifyContent: 'center',
          flexShrink: 0,
          size: 24,
          // The initials are higher than the line. The margins keep the line as high as the lines beside it.
          marginY: -4,
          borderRadius: 'default',
          backgroundColor: 'gray-100',
          color: 'neutral-subdued',
          font: 'body-2xs',
          fontWeight: 'bold',
        })}
      >
        {toInitials(name)}
      </span>
      <span className={style({ minWidth: 0 })}>{name}</span>
    </span>
  );
}

/** `AR` for Amazon Redshift, `MY` for MySQL. */
function toInitials(name: string): string {
  const [first = '', second] = name.match(/[\p{L}\p{N}]+/gu) ?? [];
  const letters = second === undefined ? /^..?/u.exec(first) : /^./u.exec(first);
  return `${letters?.[0] ?? ''}${/^./u.exec(second ?? '')?.[0] ?? ''}`.toUpperCase();
}
