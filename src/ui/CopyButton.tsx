import { ActionButton, Text } from '@react-spectrum/s2/ActionButton';
import Copy from '@react-spectrum/s2/icons/Copy';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useState } from 'react';

interface CopyButtonProps {
  /** The button's words, such as `Copy connection ID`. */
  readonly label: string;
  readonly text: string;
}

/** Copies a text, and says whether that worked: a browser may refuse. */
export function CopyButton({ label, text }: CopyButtonProps) {
  const [said, setSaid] = useState('');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setSaid('Copied');
    } catch {
      setSaid('The browser refused. Select the text and copy it by hand.');
    }
  };
  return (
    <span className={style({ display: 'inline-flex', alignItems: 'center', gap: 8, flexWrap: 'wrap' })}>
      <ActionButton onPress={() => void copy()}>
        <Copy />
        <Text>{label}</Text>
      </ActionButton>
      <span role="status" className={style({ font: 'ui', color: 'neutral-subdued' })}>
        {said}
      </span>
    </span>
  );
}
