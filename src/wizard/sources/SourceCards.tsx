import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { toSourceAddress } from '../../session/paths.ts';
import { shorten } from '../../ui/display-text.ts';
import { TextLink } from '../../ui/TextLink.tsx';
import type { OfferedSource } from './offered-sources.ts';

interface SourceCardsProps {
  readonly label: string;
  readonly sources: readonly OfferedSource[];
}

/** A list of sources as cards. The name of each is a link to its step. */
export function SourceCards({ label, sources }: SourceCardsProps) {
  return (
    <ul
      aria-label={label}
      className={style({
        listStyleType: 'none',
        margin: 0,
        padding: 0,
        display: 'grid',
        gridTemplateColumns: {
          default: ['minmax(0, 1fr)'],
          sm: ['minmax(0, 1fr)', 'minmax(0, 1fr)'],
          xl: ['minmax(0, 1fr)', 'minmax(0, 1fr)', 'minmax(0, 1fr)'],
        },
        gap: 12,
      })}
    >
      {sources.map((source) => (
        <li
          key={source.slug}
          className={style({
            font: 'body',
            padding: 16,
            borderRadius: 'lg',
            borderWidth: 1,
            borderStyle: 'solid',
            borderColor: 'gray-200',
            backgroundColor: 'layer-2',
            overflowWrap: 'anywhere',
            minWidth: 0,
          })}
        >
          <SourceCard source={source} />
        </li>
      ))}
    </ul>
  );
}

function SourceCard({ source }: { readonly source: OfferedSource }) {
  const { slug, name, category, methods, availability, remarks } = source;
  return (
    <>
      <TextLink to={toSourceAddress({ slug })}>{shorten(name, 100)}</TextLink>
      <div className={style({ font: 'body-sm', color: 'neutral-subdued' })}>
        <div>{[category, availability].filter((part) => part !== '').join(' · ')}</div>
        <div>{shorten(methods.join(', '), 200)}</div>
        {remarks.map((remark) => (
          <div key={remark.label}>{`${remark.label}: ${remark.sentence}`}</div>
        ))}
      </div>
    </>
  );
}
