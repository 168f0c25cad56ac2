import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { FlowServiceError } from '../flow-service/flow-service-error.ts';
import { locateFailure } from './locate-failure.ts';

const station = style({
  font: 'ui',
  paddingX: 12,
  paddingY: 4,
  borderRadius: 'full',
  borderWidth: 2,
  borderStyle: 'solid',
  borderColor: { default: 'gray-400', isReached: 'positive-900', isBroken: 'negative-900' },
  color: 'neutral',
});

/** How far a request got and where it failed, as a row of stations and as text. */
export function RequestPath({ error }: { readonly error: FlowServiceError }) {
  const { stations, broken, isBetween, words } = locateFailure(error);
  return (
    <figure className={style({ margin: 0 })}>
      <div
        aria-hidden="true"
        className={style({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 8 })}
      >
        {stations.map((name, position) => {
          const isBroken = position === broken;
          return (
            <span key={name} className={style({ display: 'flex', alignItems: 'center', gap: 8 })}>
              {position > 0 && <span>{isBroken && isBetween ? '✗' : '→'}</span>}
              <span className={station({ isReached: position < broken, isBroken: isBroken && !isBetween })}>
                <bdi>{name}</bdi>
                {position < broken ? ' ✓' : isBroken && !isBetween ? ' ✗' : ''}
              </span>
            </span>
          );
        })}
      </div>
      <figcaption className={style({ font: 'body-sm', marginTop: 4 })}>{words}</figcaption>
    </figure>
  );
}
