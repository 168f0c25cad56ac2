import { Disclosure, DisclosurePanel, DisclosureTitle } from '@react-spectrum/s2/Disclosure';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { ReactNode } from 'react';
import { type RequestTemplate, toCurl } from '../../flow-service/to-curl.ts';
import { CodeBlock } from '../../ui/content/CodeBlock.tsx';
import { CopyButton } from '../../ui/content/CopyButton.tsx';
import { DownloadButton } from '../../ui/content/DownloadButton.tsx';

interface ShownRequestProps {
  readonly heading: string;
  /** Describes the request. */
  readonly lead: string;
  /** null while an input is missing, such as a table. */
  readonly template: RequestTemplate | null;
  /** The file name without an extension. */
  readonly fileName: string;
  /** Other formats of the same request. */
  readonly children: ReactNode;
}

/** Shows a request as a shell command that can be copied or downloaded. */
export function ShownRequest({ heading, lead, template, fileName, children }: ShownRequestProps) {
  const command = template && toCurl(template);
  return (
    <Disclosure isQuiet size="L">
      <DisclosureTitle level={3}>{heading}</DisclosureTitle>
      <DisclosurePanel>
        <div className={style({ display: 'flex', flexDirection: 'column', gap: 12, minWidth: 0 })}>
          <p className={style({ font: 'body', margin: 0 })}>{lead}</p>
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
  );
}
