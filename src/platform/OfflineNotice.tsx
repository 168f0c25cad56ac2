import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useIsOnline } from '../ui/use-is-online.ts';
import { Status } from '../ui/Status.tsx';

/** Says that the browser has no network; what failed for that is read again when it is back. */
export function OfflineNotice() {
  const isOnline = useIsOnline();
  return (
    <div className={style({ textAlign: 'center', backgroundColor: 'notice-subtle' })}>
      <Status>
        {isOnline ? '' : 'You are offline. What could not be read is asked for again when you are back.'}
      </Status>
    </div>
  );
}
