import { Button } from '@react-spectrum/s2/Button';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useState } from 'react';
import { Status } from '../../ui/layout/Status.tsx';
import { ConnectionMenu } from './ConnectionMenu.tsx';
import type { OfOtherSource, OfferedSource } from './read-pasted.ts';

interface OtherSourceProps {
  readonly result: OfOtherSource;
  /** Called with a source, and the place of the chosen one of its connections. */
  readonly onChange: (slug: string, chosen: number) => void;
}

/** Says that a text belongs to another source, and offers to choose that one, and which of its connections. */
export function OtherSource({ result: { sources }, onChange }: OtherSourceProps) {
  const names = sources.map(({ name }) => name).join(' or ');
  return (
    <div className={column}>
      <Status>{`This text is for ${names}. Your values for the current source are kept.`}</Status>
      {sources.map((source, index) => (
        <Offer
          key={source.slug}
          source={source}
          menuLabel={sources.length === 1 ? 'Connection' : `Connection for ${source.name}`}
          isFirst={index === 0}
          onChange={(chosen) => onChange(source.slug, chosen)}
        />
      ))}
    </div>
  );
}

interface OfferProps {
  readonly source: OfferedSource;
  readonly menuLabel: string;
  readonly isFirst: boolean;
  readonly onChange: (chosen: number) => void;
}

function Offer({ source: { name, connections }, menuLabel, isFirst, onChange }: OfferProps) {
  const [chosen, setChosen] = useState(0);
  const isChoice = connections.length > 0;
  return (
    <div className={column}>
      {isChoice && (
        <ConnectionMenu
          label={menuLabel}
          connections={connections}
          chosen={chosen}
          onChoose={setChosen}
          autoFocus={isFirst}
        />
      )}
      <Button variant="primary" autoFocus={isFirst && !isChoice} onPress={() => onChange(chosen)}>
        {`Change source to ${name}`}
      </Button>
    </div>
  );
}

const column = style({
  display: 'flex',
  flexDirection: 'column',
  gap: 16,
  alignItems: 'start',
  width: 'full',
});
