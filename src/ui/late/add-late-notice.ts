import { createElement } from 'react';
import { LateNotices } from './LateNotices.tsx';
import { type LateNotice, lateNotices } from './late-notices.ts';
import { lateSlot } from './late-slot.ts';

const draw = () => createElement(LateNotices);

export function addLateNotice(notice: LateNotice): void {
  const notices = lateNotices.get();
  lateNotices.set([...notices, { ...notice, key: (notices.at(-1)?.key ?? 0) + 1 }]);
  lateSlot.set(draw);
}
