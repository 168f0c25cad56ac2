import { Content, Heading, InlineAlert, type InlineAlertProps } from '@react-spectrum/s2/InlineAlert';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { ReactNode } from 'react';

interface NoticeProps {
  readonly variant: NonNullable<InlineAlertProps['variant']>;
  readonly heading: string;
  readonly children: ReactNode;
}

/**
 * A notice that does not block the user. Its full text is announced when it appears or changes. A name in it may be long
 * and without a blank, and must not make the page scroll sideways.
 */
export function Notice({ variant, heading, children }: NoticeProps) {
  return (
    <InlineAlert variant={variant} fillStyle="subtleFill" styles={style({ width: 'full', maxWidth: 'full' })}>
      <Heading level={2}>
        <span className={anywhere}>{heading}</span>
      </Heading>
      <Content>
        <div className={anywhere}>{children}</div>
      </Content>
    </InlineAlert>
  );
}

const anywhere = style({ overflowWrap: 'anywhere' });
