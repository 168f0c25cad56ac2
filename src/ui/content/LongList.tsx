import { ListView, ListViewItem, Text } from '@react-spectrum/s2/ListView';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useState } from 'react';
import { shorten } from '../display-text.ts';

interface LongListProps {
  readonly label: string;
  /** Of any length. A new array begins at its top again. */
  readonly items: readonly { readonly id: string; readonly text: string }[];
  /** Called on click and on Enter. */
  readonly onPick: (id: string) => void;
}

/** How many items the list is handed at first, and with every scroll to their end: it reads all it is given. */
const portion = 200;

const frame = style({ width: 'full', height: { default: 320, isShort: 152 } });

/** A list to pick from, as quick with ten thousand items as with ten. */
export function LongList({ label, items, onPick }: LongListProps) {
  const [handed, setHanded] = useState({ items, count: portion });
  if (handed.items !== items) setHanded({ items, count: portion });
  const count = handed.items === items ? handed.count : portion;
  return (
    <ListView
      aria-label={label}
      items={items.slice(0, count)}
      onAction={(key) => onPick(String(key))}
      loadingState="idle"
      onLoadMore={() => {
        if (count < items.length) setHanded({ items, count: count + portion });
      }}
      styles={frame({ isShort: items.length <= 3 })}
    >
      {({ id, text }) => (
        <ListViewItem id={id} textValue={shorten(text, 1000)}>
          <Text slot="label">
            {/* Spaces at the ends belong to a name, and so does the direction of its script. */}
            <bdi className={style({ whiteSpace: 'pre' })}>{shorten(text, 1000)}</bdi>
          </Text>
        </ListViewItem>
      )}
    </ListView>
  );
}
