import { Disclosure, DisclosurePanel, DisclosureTitle } from '@react-spectrum/s2/Disclosure';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { ReactNode } from 'react';
import { type Source, findParam } from '../sources/source.ts';
import { Reveal } from '../ui/fields/reveal.ts';
import type { Fold } from './use-fold.ts';

interface PresetParamsProps {
  readonly source: Source;
  readonly fold: Fold;
  /** The fields of the params in `fold`. */
  readonly children: ReactNode;
}

/** The fields that a preset fills in, folded while nobody needs to see them. */
export function PresetParams({ source, fold, children }: PresetParamsProps) {
  const labels = fold.params.map((name) => findParam(source, name)?.label ?? name);
  return (
    <Disclosure
      isQuiet
      size="S"
      isExpanded={fold.isOpen}
      onExpandedChange={fold.setIsOpen}
      styles={style({ width: 'full' })}
    >
      <DisclosureTitle level={2}>{labels.join(', ')}</DisclosureTitle>
      <DisclosurePanel>
        <Reveal value={fold.reveal}>{children}</Reveal>
      </DisclosurePanel>
    </Disclosure>
  );
}
