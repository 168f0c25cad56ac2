import { Disclosure, DisclosurePanel, DisclosureTitle } from '@react-spectrum/s2/Disclosure';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { ReactNode } from 'react';
import { VisuallyHidden } from 'react-aria/VisuallyHidden';
import { type RequestTemplate, toCurl } from '../../flow-service/to-curl.ts';
import { CodeBlock } from '../../ui/content/CodeBlock.tsx';
import { CopyButton } from '../../ui/content/CopyButton.tsx';
import { DownloadButton } from '../../ui/content/DownloadButton.tsx';

const row = style({
  font: 'body',
  paddingY: 12,
  borderWidth: 0,
  borderTopWidth: { default: 1, ':first-child': 0 },
  borderStyle: 'solid',
  borderColor: 'gray-200',
});

interface ShownRequestProps {
  readonly heading: string;
  /** What the step is for. It never changes, because the content below it must not move. */
  readonly purpose: string;
  /** Describes the request. */
  readonly lead: string;
  /** null while an input is missing, such as a table. */
  readonly template: RequestTemplate | null;
  /** The file name without an extension. */
  readonly fileName: string;
  /** A control that starts this step on the page, or null. */
  readonly action: ReactNode;
  /** Other formats of the same request. */
  readonly children?: ReactNode;
}

/** A next step with its request as a shell command that can be copied or downloaded. */
export function ShownRequest(props: ShownRequestProps) {
  const { heading, purpose, lead, template, fileName, action, children } = props;
  const command = template && toCurl(template);
  return (
    <li className={row}>
      <div
        className={style({
          display: 'flex',
          flexWrap: 'wrap',
          columnGap: 16,
          rowGap: 8,
          alignItems: 'center',
        })}
      >
        <div className={style({ flexGrow: 1, flexBasis: 240, minWidth: 0 })}>
          <h3 className={style({ font: 'title', margin: 0 })}>{heading}</h3>
          <p className={style({ margin: 0, marginTop: 4 })}>{purpose}</p>
        </div>
        {action}
      </div>
      <Disclosure isQuiet>
        <DisclosureTitle level={4}>
          Show request <VisuallyHidden>{`for ${heading}`}</VisuallyHidden>
        </DisclosureTitle>
        <DisclosurePanel>
          <div className={style({ display: 'flex', flexDirection: 'column', gap: 12, minWidth: 0 })}>
            <p className={style({ margin: 0, overflowWrap: 'anywhere' })}>{lead}</p>
            {command !== null && (
              <>
                <CodeBlock label={`${heading} with curl`} code={command} />
                <div className={style({ display: 'flex', flexWrap: 'wrap', gap: 8 })}>
                  <CopyButton key={command} label="Copy command" text={command} />
                  <DownloadButton
                    label="Download script"
                    fileName={`${fileName}.sh`}
                    text={`#!/bin/sh\n${command}\n`}
                  />
                </div>
              </>
            )}
            {children}
          </div>
        </DisclosurePanel>
      </Disclosure>
    </li>
  );
}
