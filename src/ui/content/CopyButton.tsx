import { ActionButton, Text } from '@react-spectrum/s2/ActionButton';
import Copy from '@react-spectrum/s2/icons/Copy';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useEffect, useState } from 'react';

interface CopyButtonProps {
  /** The button's label, such as `Copy connection ID`. */
  readonly label: string;
  readonly text: string;
}

/** Milliseconds for which the result is shown. */
const shownFor = 5000;

const bubble = style({
  font: 'ui-sm',
  color: 'gray-25',
  backgroundColor: { default: 'gray-800', ':empty': 'transparent' },
  borderRadius: 'sm',
  paddingX: { default: 8, ':empty': 0 },
  paddingY: { default: 4, ':empty': 0 },
  // In the normal flow, the result would push the content next to the button away.
  position: 'absolute',
  top: '[calc(100% + 4px)]',
  insetStart: 0,
  zIndex: 1,
  pointerEvents: 'none',
  width: 'max',
  maxWidth: 208,
});

/** Copies a text and shows for some seconds whether that worked. A browser may refuse. */
export function CopyButton({ label, text }: CopyButtonProps) {
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (said === '') return;
    const timer = setTimeout(() => setSaid(''), shownFor);
    return () => clearTimeout(timer);
  }, [said]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setSaid('Copied');
    } catch {
      setSaid('The browser blocked copying. Select the text and copy it manually.');
    }
  };
  return (
    <span className={style({ position: 'relative', display: 'inline-flex' })}>
      <ActionButton onPress={() => void copy()}>
        <Copy />
        <Text>{label}</Text>
      </ActionButton>
      <span role="status" className={bubble}>
        {said}
      </span>
    </span>
  );
}
