import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { Status } from '../ui/layout/Status.tsx';
import { useIsServerAway } from './use-is-server-away.ts';

/**
 * Says that the browser is offline and cannot reach the page's server. Failed reads are repeated when the network
 * returns. The notice can appear at any time, so it overlays the lower edge of the window and moves no content.
 */
export function OfflineNotice() {
  const isAway = useIsServerAway();
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
        {isAway ? 'You are offline. The page reloads missing data when you are back online.' : ''}
      </Status>
    </div>
  );
}
