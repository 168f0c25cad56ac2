import { style } from '@react-spectrum/s2/style' with { type: 'macro' };

/** The product logo: two endpoints and the line between them. */
export function Mark() {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" className={style({ size: 24, flexShrink: 0 })}>
      <circle cx="5" cy="17" r="4" className={style({ fill: 'orange-900' })} />
      <circle cx="19" cy="7" r="4" className={style({ fill: 'red-900' })} />
      <path
        d="M8 15c4-1 4-5 8-6"
        fill="none"
        strokeWidth="2.5"
        strokeLinecap="round"
        className={style({ stroke: 'red-900' })}
      />
    </svg>
  );
}
