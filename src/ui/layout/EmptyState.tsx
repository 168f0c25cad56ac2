import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { ReactNode } from 'react';

interface EmptyStateProps {
  readonly drawing: keyof typeof drawings;
  /** The way out; null when the page has it elsewhere. */
  readonly action: ReactNode;
}

/**
 * Takes the place of something that is missing: a drawing and one action. The sentence is in the page's status, which
 * announces it.
 */
export function EmptyState({ drawing, action }: EmptyStateProps) {
  return (
    <div className={frame}>
      <svg
        viewBox="0 0 120 80"
        aria-hidden="true"
        fill="none"
        stroke="currentColor"
        strokeWidth="2.5"
        strokeLinecap="round"
        strokeLinejoin="round"
        className={picture}
      >
        {drawings[drawing]}
      </svg>
      {action}
    </div>
  );
}

const frame = style({
  font: 'body',
  display: 'flex',
  flexDirection: 'column',
  alignItems: 'center',
  rowGap: 16,
  paddingY: 24,
  borderWidth: 1,
  borderStyle: 'dashed',
  borderColor: 'gray-300',
  borderRadius: 'lg',
});

const picture = style({ width: 120, height: 80, color: 'neutral-subdued' });

const database = 'M84 28c0-5 24-5 24 0v24c0 5-24 5-24 0zM84 28c0 5 24 5 24 0M84 40c0 5 24 5 24 0';

/** Lines in the colour of quiet text. The dashes are what is missing. */
const drawings = {
  credentials: (
    <>
      <circle cx="38" cy="40" r="14" />
      <circle cx="34" cy="40" r="3" />
      <path d="M52 40h44M84 40v10M96 40v14" strokeDasharray="1 6" />
    </>
  ),
  connections: (
    <>
      <rect x="12" y="26" width="28" height="28" rx="6" />
      <path d="M44 40h36" strokeDasharray="1 6" />
      <path d={database} />
    </>
  ),
  tables: (
    <>
      <rect x="28" y="16" width="64" height="48" rx="6" />
      <path d="M28 30h64" />
      <path d="M50 30v34M72 30v34M28 47h64" strokeDasharray="1 6" />
    </>
  ),
  search: (
    <>
      <circle cx="54" cy="36" r="20" />
      <path d="M69 51l17 17" />
      <path d="M46 36h16" strokeDasharray="1 6" />
    </>
  ),
  lost: (
    <>
      <rect x="12" y="26" width="28" height="28" rx="6" strokeDasharray="1 6" />
      <path d="M48 40h6M68 40h8M57 34l8 12M65 34l-8 12" />
      <path d={database} />
    </>
  ),
} as const;
