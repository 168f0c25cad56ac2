import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { createContext, use, useEffect } from 'react';
import type { ReactNode } from 'react';
import { Clamped } from '../content/Clamped.tsx';
import { shorten } from '../display-text.ts';
import { takeFocus } from '../focus/take-focus.ts';

/** The product name, which is part of every title. */
export const ProductName = createContext('');

/** Called when a page is there, and its buttons work. */
export const OnPage = createContext<() => Promise<void>>(() => Promise.resolve());

interface PageProps {
  readonly heading: string;
  /** One sentence below the heading. */
  readonly lead: ReactNode;
  readonly hasErrors: boolean;
  /** What can be done on this page first, next to the heading. */
  readonly action?: ReactNode;
  /** Whether the page uses the whole width, where it has more than one column. */
  readonly isWide?: boolean;
  /** The result of the previous action. It is announced once and stays when the children change. */
  readonly notice?: ReactNode;
  /** Whether the children are only placeholders for content that is loading. */
  readonly isPending?: boolean;
  readonly children: ReactNode;
}

/** A page. It sets the title and moves the focus to the heading, so that screen readers announce the new page. */
export function Page(props: PageProps) {
  const { heading, lead, hasErrors, action = null, isWide = false, notice = null, isPending = false } = props;
  const product = use(ProductName);
  const onPage = use(OnPage);
  useEffect(() => void onPage(), [onPage]);
  return (
    <>
      <title>{`${hasErrors ? 'Error: ' : ''}${shorten(heading, 300)} - ${product}`}</title>
      <div className={frame({ isWide })}>
        <div className={headStyle}>
          <div className={style({ minWidth: 0 })}>
            <Clamped text={heading}>
              {(text) => (
                <h1
                  ref={takeFocus}
                  tabIndex={-1}
                  className={style({
                    font: 'heading-lg',
                    margin: 0,
                    outlineStyle: 'none',
                    overflowWrap: 'anywhere',
                  })}
                >
                  {text}
                </h1>
              )}
            </Clamped>
            {lead !== null && (
              <p
                className={style({
                  font: 'body',
                  marginTop: 4,
                  marginBottom: 0,
                  maxWidth: 672,
                  overflowWrap: 'anywhere',
                  textWrap: 'pretty',
                })}
              >
                {lead}
              </p>
            )}
          </div>
          {action}
        </div>
        {notice !== null && <div className={style({ font: 'body', marginTop: 24 })}>{notice}</div>}
        {/* Another heading may be taller. The new key renders the content below it again, so no layout shift is
          visible. */}
        <div key={isPending ? 'pending' : 'ready'} className={style({ font: 'body', marginTop: 16 })}>
          {props.children}
        </div>
      </div>
    </>
  );
}

const frame = style({ maxWidth: { default: 768, isWide: 'full' } });

const headStyle = style({
  display: 'flex',
  flexWrap: 'wrap',
  justifyContent: 'space-between',
  alignItems: 'start',
  columnGap: 24,
  rowGap: 12,
});
