import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useIsOnline } from '../ui/use-is-online.ts';
import { Status } from '../ui/layout/Status.tsx';

/**
 * Says that the browser has no network; what failed for that is read again when it is back. It comes and goes at any
 * moment, so it lies over the lower edge of the window and moves nothing.
 */
export function OfflineNotice() {
  const isOnline = useIsOnline();
  return (
    <div
      className={style({
        position: 'fixed',
        insetX: 0,
        bottom: 0,
        zIndex: 1,
        pointerEvents: 'none',
        textAlign: 'center',
        backgroundColor: 'notice-subtle',
      })}
    >
      <Status>
        {isOnline ? '' : 'You are offline. The page reloads missing data when you are back online.'}
      </Status>
    </div>
  );
}
