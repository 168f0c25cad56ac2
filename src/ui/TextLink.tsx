import { createLink } from '@tanstack/react-router';
import type { ComponentPropsWithRef } from 'react';
import { linkStyle } from './link-style.ts';

function Anchor({ children, ...props }: ComponentPropsWithRef<'a'>) {
  return (
    <a {...props} className={linkStyle}>
      {children}
    </a>
  );
}

/** A link to a page of this product. */
export const TextLink = createLink(Anchor);
