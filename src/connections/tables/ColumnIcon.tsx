import Calendar from '@react-spectrum/s2/icons/Calendar';
import Properties from '@react-spectrum/s2/icons/Properties';
import Switch from '@react-spectrum/s2/icons/Switch';
import Text from '@react-spectrum/s2/icons/Text';
import TextNumbers from '@react-spectrum/s2/icons/TextNumbers';
import { iconStyle } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { ColumnKind } from './column-kind.ts';

const icons = { number: TextNumbers, time: Calendar, boolean: Switch, text: Text, other: Properties };

/** What a column holds. Its type is written beside it. */
export function ColumnIcon({ kind }: { readonly kind: ColumnKind }) {
  const Icon = icons[kind];
  return <Icon aria-hidden="true" styles={iconStyle({ size: 'S' })} />;
}
