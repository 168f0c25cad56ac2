import Cloud from '@react-spectrum/s2/icons/Cloud';
import ClockPending from '@react-spectrum/s2/icons/ClockPending';
import CheckmarkCircle from '@react-spectrum/s2/icons/CheckmarkCircle';
import CloseCircle from '@react-spectrum/s2/icons/CloseCircle';
import Data from '@react-spectrum/s2/icons/Data';
import DeviceDesktop from '@react-spectrum/s2/icons/DeviceDesktop';
import HelpCircle from '@react-spectrum/s2/icons/HelpCircle';
import Layers from '@react-spectrum/s2/icons/Layers';
import { iconStyle, style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { type Route, type Stop, describeRoute } from './route.ts';

const icons = { browser: DeviceDesktop, server: Layers, adobe: Cloud, database: Data } as const;

const marks = {
  waiting: null,
  running: ClockPending,
  passed: CheckmarkCircle,
  failed: CloseCircle,
  unknown: HelpCircle,
} as const;

const circle = style({
  position: 'relative',
  boxSizing: 'border-box',
  size: 40,
  display: 'flex',
  alignItems: 'center',
  justifyContent: 'center',
  borderRadius: 'full',
  borderWidth: 2,
  borderStyle: { default: 'solid', state: { unknown: 'dashed' } },
  borderColor: {
    default: 'gray-300',
    state: {
      running: 'informative-900',
      passed: 'positive-900',
      failed: 'negative-900',
      unknown: 'gray-600',
    },
  },
  backgroundColor: 'layer-2',
});

/** The line from the previous stop, which is in the previous column. */
const way = style({
  position: 'absolute',
  top: 20,
  insetStart: '[calc(-50% + 26px)]',
  insetEnd: '[calc(50% + 26px)]',
  borderWidth: 0,
  borderTopWidth: 2,
  borderStyle: { default: 'solid', state: { unknown: 'dashed' } },
  borderColor: {
    default: 'gray-300',
    state: {
      running: 'informative-900',
      passed: 'positive-900',
      failed: 'positive-900',
      unknown: 'gray-600',
    },
    isCutOff: 'negative-900',
  },
});

const mark = style({
  position: 'absolute',
  bottom: -8,
  insetEnd: -8,
  display: 'flex',
  borderRadius: 'full',
  backgroundColor: 'layer-2',
});

const placeIcon = iconStyle({ color: 'neutral' });
const negativeIcon = iconStyle({ size: 'S', color: 'negative' });
const markIcons = {
  waiting: iconStyle({ size: 'S', color: 'neutral' }),
  running: iconStyle({ size: 'S', color: 'informative' }),
  passed: iconStyle({ size: 'S', color: 'positive' }),
  failed: negativeIcon,
  unknown: iconStyle({ size: 'S', color: 'neutral' }),
} as const;

interface RequestPathProps {
  readonly route: Route;
  /** One sentence about the state, or null when the place of the strip says enough. */
  readonly words: string | null;
}

/** The stops of a request as a strip of icons, from the browser to the database, with the state of each. */
export function RequestPath({ route, words }: RequestPathProps) {
  return (
    <figure className={style({ margin: 0, width: 'full', font: 'body' })}>
      <div
        role="img"
        aria-label={describeRoute(route)}
        className={style({ display: 'flex', width: 'full', maxWidth: 640 })}
      >
        {route.map((stop, position) => (
          <StopColumn key={stop.place} stop={stop} isFirst={position === 0} />
        ))}
      </div>
      {words !== null && (
        <figcaption className={style({ font: 'body-sm', marginTop: 8 })}>{words}</figcaption>
      )}
    </figure>
  );
}

function StopColumn({ stop, isFirst }: { readonly stop: Stop; readonly isFirst: boolean }) {
  const { place, name, state, isCutOff } = stop;
  const Icon = icons[place];
  const Mark = marks[state];
  return (
    <div
      className={style({
        position: 'relative',
        flexGrow: 1,
        flexBasis: 0,
        minWidth: 0,
        display: 'flex',
        flexDirection: 'column',
        alignItems: 'center',
        gap: 8,
      })}
    >
      {!isFirst && <span className={way({ state, isCutOff })} />}
      {isCutOff && (
        <span
          className={style({
            position: 'absolute',
            top: 12,
            insetStart: -8,
            display: 'flex',
            backgroundColor: 'layer-2',
          })}
        >
          <CloseCircle styles={negativeIcon} />
        </span>
      )}
      <span className={circle({ state })}>
        <Icon styles={placeIcon} />
        {Mark !== null && (
          <span className={mark}>
            <Mark styles={markIcons[state]} />
          </span>
        )}
      </span>
      <bdi
        className={style({
          font: 'ui-sm',
          color: 'neutral',
          textAlign: 'center',
          maxWidth: 'full',
          overflowWrap: 'anywhere',
        })}
      >
        {name}
      </bdi>
    </div>
  );
}
