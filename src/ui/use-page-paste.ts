import { useEffect, useEffectEvent } from 'react';

/** Calls back with a text that is pasted on the page, outside of every field and dialog. */
export function usePagePaste(onPaste: (text: string) => void): void {
  const take = useEffectEvent((event: ClipboardEvent) => {
    const { target } = event;
    const isElsewhere =
      target instanceof Element &&
      target.closest('input, textarea, [contenteditable], [role=dialog]') !== null;
    const text = event.clipboardData?.getData('text') ?? '';
    if (isElsewhere || event.defaultPrevented || text.trim() === '') return;
    event.preventDefault();
    onPaste(text);
  });
  useEffect(() => {
    const listen = (event: ClipboardEvent) => take(event);
    document.addEventListener('paste', listen);
    return () => document.removeEventListener('paste', listen);
  }, []);
}
