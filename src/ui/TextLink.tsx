import { createLink } from '@tanstack/react-router';
import type { ComponentPropsWithRef } from 'react';
import { linkStyle } from './link-style.ts';

type AnchorProps = ComponentPropsWithRef<'a'>;

/** A link to a page of this product. */
export const TextLink = createLink(({ children, ...props }: AnchorProps) => (
  <a {...props} className={linkStyle({})}>
    {children}
  </a>
));

/** A link to a page of this product, within a notice. */
export const NoticeLink = createLink(({ children, ...props }: AnchorProps) => (
  <a {...props} className={linkStyle({ isInNotice: true })}>
    {children}
  </a>
));
