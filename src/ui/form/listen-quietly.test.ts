import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { listenQuietly } from './listen-quietly.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function listen(isChange: () => boolean) {
  let change = () => {};
  const onQuiet = vi.fn();
  const listening = listenQuietly(
    ({ callback }) => {
      // Nothing that is listened for here reads what the form says of itself.
      change = () => callback({ values: {} });
      return () => {
        change = () => {};
      };
    },
    300,
    { isChange, onQuiet },
  );
  return { ...listening, change: () => change(), onQuiet };
}

it('waits until the last of many changes is some time ago', () => {
  const { change, onQuiet } = listen(() => true);
  for (let key = 0; key < 5; key += 1) {
    change();
    vi.advanceTimersByTime(299);
  }
  expect(onQuiet).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(onQuiet).toHaveBeenCalledTimes(1);
});

it('lets what is no change pass, and goes on waiting', () => {
  let isChange = true;
  const { change, onQuiet } = listen(() => isChange);
  change();
  vi.advanceTimersByTime(200);
  isChange = false;
  change();
  vi.advanceTimersByTime(100);
  expect(onQuiet).toHaveBeenCalledTimes(1);
});

it('waits without a change when it is told to look, and no more once it is stopped', () => {
  const { change, look, onQuiet, stop } = listen(() => true);
  look();
  vi.advanceTimersByTime(300);
  expect(onQuiet).toHaveBeenCalledTimes(1);
  change();
  stop();
  change();
  vi.advanceTimersByTime(1000);
  expect(onQuiet).toHaveBeenCalledTimes(1);
});
