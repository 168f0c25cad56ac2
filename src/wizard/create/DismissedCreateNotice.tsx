import { Button } from '@react-spectrum/s2/Button';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { Attempt } from '../../create/attempt.ts';
import { Notice } from '../../ui/layout/Notice.tsx';

interface DismissedCreateNoticeProps {
  readonly attempt: Attempt;
  readonly onSearch: () => void;
}

/** Warns before a create that an earlier request may already have created the connection. */
export function DismissedCreateNotice({ attempt, onSearch }: DismissedCreateNoticeProps) {
  return (
    <Notice variant="notice" heading="An earlier connection may still appear">
      <p className={style({ margin: 0 })}>
        We don’t know yet whether the last request created “{attempt.name}”. Creating it now may make a
        duplicate.
      </p>
      <div className={style({ marginTop: 12 })}>
        <Button variant="secondary" onPress={onSearch}>
          Search for connection
        </Button>
      </div>
    </Notice>
  );
}
