import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { createContext, use } from 'react';
import type { ReactNode } from 'react';
import { takeFocus } from '../focus/take-focus.ts';

/** The product name, which is part of every title. */
export const ProductName = createContext('');

interface PageProps {
  readonly heading: string;
  /** One sentence below the heading. */
  readonly lead: ReactNode;
  readonly hasErrors: boolean;
  /** The result of the previous action. It is announced once and stays when the children change. */
  readonly notice?: ReactNode;
  /** Whether the children are only placeholders for content that is loading. */
  readonly isPending?: boolean;
  readonly children: ReactNode;
}

/** A page. It sets the title and moves the focus to the heading, so that screen readers announce the new page. */
export function Page(props: PageProps) {
  const { heading, lead, hasErrors, notice = null, isPending = false, children } = props;
  const product = use(ProductName);
  return (
    <>
      <title>{`${hasErrors ? 'Error: ' : ''}${heading} - ${product}`}</title>
      <h1
        ref={takeFocus}
        tabIndex={-1}
        className={style({ font: 'heading-xl', margin: 0, outlineStyle: 'none', overflowWrap: 'anywhere' })}
      >
        {heading}
      </h1>
      {lead !== null && (
        <p
          className={style({
            font: 'body-lg',
            marginTop: 8,
            marginBottom: 0,
            maxWidth: 672,
            overflowWrap: 'anywhere',
          })}
        >
          {lead}
        </p>
      )}
      {notice !== null && <div className={style({ font: 'body', marginTop: 24 })}>{notice}</div>}
      {/* Another heading may be taller. The new key renders the content below it again, so no layout shift is
          visible. */}
      <div key={isPending ? 'pending' : 'ready'} className={style({ font: 'body', marginTop: 24 })}>
        {children}
      </div>
    </>
  );
}
