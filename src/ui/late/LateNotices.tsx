import { Button } from '@react-spectrum/s2/Button';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { Notice } from '../layout/Notice.tsx';
import { useStore } from '../form/store.ts';
import { lateNotices } from './late-notices.ts';

/**
 * Shows the results of requests that ended after the user left their pages. It covers the edge of the window, because the
 * page that the user has opened meanwhile must not move.
 */
export function LateNotices() {
  const notices = useStore(lateNotices);
  return (
    <div className={corner}>
      {notices.map((notice) => (
        <div key={notice.key} className={panel}>
          <Notice variant={notice.variant} heading={notice.heading}>
            <p className={style({ margin: 0, marginBottom: 8 })}>{notice.text}</p>
            <Button
              variant="secondary"
              size="S"
              aria-label={`Close: ${notice.heading}`}
              onPress={() => lateNotices.set(lateNotices.get().filter((other) => other !== notice))}
            >
              Close
            </Button>
          </Notice>
        </div>
      ))}
    </div>
  );
}

const corner = style({
  position: 'fixed',
  bottom: 16,
  insetEnd: 16,
  zIndex: 2,
  display: 'flex',
  flexDirection: 'column',
  gap: 8,
  width: '[min(400px, calc(100vw - 32px))]',
  maxHeight: '[50vh]',
  overflowY: 'auto',
});

/** The page below it does not shine through. */
const panel = style({ backgroundColor: 'layer-2', borderRadius: 'lg', boxShadow: 'elevated' });
