import ChevronDown from '@react-spectrum/s2/icons/ChevronDown';
import { iconStyle, style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useEffect, useRef, useState } from 'react';

interface MoreBelowProps {
  /** The height in pixels of reserved space at the end that is still empty. */
  readonly blank?: number;
}

/**
 * The end of content that may scroll up and down. While the end is out of sight, an arrow at the lower edge says so.
 * The arrow takes no room.
 */
export function MoreBelow({ blank = 1 }: MoreBelowProps) {
  const end = useRef<HTMLDivElement>(null);
  const [hasMore, setHasMore] = useState(false);
  useEffect(() => {
    const { current } = end;
    if (current === null) return undefined;
    // The end also counts as out of sight if a box farther out scrolls and hides it.
    const observer = new IntersectionObserver((entries) =>
      setHasMore(entries.at(-1)?.isIntersecting === false),
    );
    observer.observe(current);
    return () => observer.disconnect();
  }, []);
  return (
    <>
      <div ref={end} style={{ height: blank, marginTop: -blank }} />
      <div aria-hidden="true" className={style({ position: 'sticky', bottom: 0, height: 0 })}>
        {hasMore && (
          <div className={edge} data-more-below>
            <ChevronDown styles={iconStyle({ size: 'S' })} />
          </div>
        )}
      </div>
    </>
  );
}

const edge = style({
  position: 'absolute',
  bottom: 0,
  insetX: 0,
  height: 20,
  display: 'flex',
  alignItems: 'center',
  justifyContent: 'center',
  pointerEvents: 'none',
  backgroundColor: 'gray-200',
});
