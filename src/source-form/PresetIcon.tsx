import Cloud from '@react-spectrum/s2/icons/Cloud';
import Data from '@react-spectrum/s2/icons/Data';
import Settings from '@react-spectrum/s2/icons/Settings';
import type { Preset } from '../sources/source.ts';

const icons = { cloud: Cloud, server: Data, custom: Settings };

/** What a preset stands for. */
export function PresetIcon({ kind }: { readonly kind: Preset['kind'] }) {
  const Icon = icons[kind];
  return <Icon aria-hidden="true" />;
}
