import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { createContext, use } from 'react';
import type { ReactNode } from 'react';
import { takeFocus } from '../focus/take-focus.ts';

/** What the whole is called, in every title. */
export const ProductName = createContext('');

interface PageProps {
  readonly heading: string;
  /** One sentence below the heading. */
  readonly lead: ReactNode;
  readonly hasErrors: boolean;
  /** What was done on the way here: it is said once, and stays as the children change. */
  readonly notice?: ReactNode;
  /** Whether the children only keep the place of what is still read. */
  readonly isPending?: boolean;
  readonly children: ReactNode;
}

/** A page: sets the title and takes the focus to its heading, so that a change of page is heard. */
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
      {/* Another heading may be higher: what comes with it is drawn anew, below it, and nothing is seen to move. */}
      <div key={isPending ? 'pending' : 'ready'} className={style({ font: 'body', marginTop: 24 })}>
        {children}
      </div>
    </>
  );
}
