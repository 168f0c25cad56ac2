import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { debounceChanges } from './debounce-changes.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function listen(isChange: () => boolean) {
  let change = () => {};
  const onPause = vi.fn();
  const listening = debounceChanges(
    ({ callback }) => {
      // The listener under test does not read the values.
      change = () => callback({ values: {} });
      return () => {
        change = () => {};
      };
    },
    300,
    { isChange, onPause },
  );
  return { ...listening, change: () => change(), onPause };
}

it('waits until there is no change for some time', () => {
  const { change, onPause } = listen(() => true);
  for (let key = 0; key < 5; key += 1) {
    change();
    vi.advanceTimersByTime(299);
  }
  expect(onPause).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(onPause).toHaveBeenCalledTimes(1);
});

it('passes other events on, and continues to wait', () => {
  let isChange = true;
  const { change, onPause } = listen(() => isChange);
  change();
  vi.advanceTimersByTime(200);
  isChange = false;
  change();
  vi.advanceTimersByTime(100);
  expect(onPause).toHaveBeenCalledTimes(1);
});

it('runs immediately on request, and not after it was stopped', () => {
  const { change, look, onPause, stop } = listen(() => true);
  look();
  vi.advanceTimersByTime(300);
  expect(onPause).toHaveBeenCalledTimes(1);
  change();
  stop();
  change();
  vi.advanceTimersByTime(1000);
  expect(onPause).toHaveBeenCalledTimes(1);
});
