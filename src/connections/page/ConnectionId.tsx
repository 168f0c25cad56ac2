import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useId } from 'react';
import { CopyButton } from '../../ui/content/CopyButton.tsx';

/** The connection ID, which the next steps of Adobe's tutorials require. */
export function ConnectionId({ id }: { readonly id: string }) {
  const outputId = useId();
  return (
    <div>
      <label htmlFor={outputId} className={style({ font: 'ui', color: 'neutral-subdued', display: 'block' })}>
        Connection ID
      </label>
      <div
        className={style({
          display: 'flex',
          flexWrap: 'wrap',
          alignItems: 'center',
          columnGap: 16,
          rowGap: 8,
        })}
      >
        <output
          id={outputId}
          className={style({ font: 'code-xl', color: 'neutral', overflowWrap: 'anywhere' })}
        >
          {id}
        </output>
        <CopyButton label="Copy connection ID" text={id} />
      </div>
    </div>
  );
}
