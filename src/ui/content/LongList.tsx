import { ListView, ListViewItem, Text } from '@react-spectrum/s2/ListView';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useState } from 'react';
import { shorten } from '../display-text.ts';

interface LongListProps {
  readonly label: string;
  /** An array of any length. A new array scrolls the list to its top. */
  readonly items: readonly { readonly id: string; readonly text: string }[];
  /** Called on click and on Enter. */
  readonly onPick: (id: string) => void;
}

/**
 * The number of items passed to the list at first, and added when the user scrolls to the end. The list processes
 * every item that it gets.
 */
const portion = 200;

const frame = style({ width: 'full', height: { default: 320, isShort: 152 } });

/** A selectable list that stays fast with ten thousand items. */
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
            {/* Leading and trailing spaces are part of a name. `bdi` isolates the direction of its script. */}
            <bdi className={style({ whiteSpace: 'pre' })}>{shorten(text, 1000)}</bdi>
          </Text>
        </ListViewItem>
      )}
    </ListView>
  );
}
