import { Button } from '@react-spectrum/s2/Button';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { Status } from '../../ui/layout/Status.tsx';
import type { OfOtherSource } from './read-pasted.ts';

interface OtherSourceProps {
  readonly result: OfOtherSource;
  readonly onChange: (slug: string) => void;
}

/** Says that a text belongs to another source, and offers to choose that one. */
export function OtherSource({ result: { sources }, onChange }: OtherSourceProps) {
  const names = sources.map(({ name }) => name).join(' or ');
  return (
    <div className={style({ display: 'flex', flexDirection: 'column', gap: 16, alignItems: 'start' })}>
      <Status>{`This text is for ${names}. Your values for the current source are kept.`}</Status>
      {sources.map(({ slug, name }, index) => (
        <Button key={slug} variant="primary" autoFocus={index === 0} onPress={() => onChange(slug)}>
          {`Change source to ${name}`}
        </Button>
      ))}
    </div>
  );
}
