import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { Endpoint } from '../../sources/endpoint.ts';
import { type Param, type Source, toWord } from '../../sources/source.ts';
import { Section } from '../../ui/layout/Section.tsx';
import { Status } from '../../ui/layout/Status.tsx';

interface ServerNotesProps {
  readonly source: Source;
  readonly endpoint: Endpoint;
  /** Whether the last check could not start, because the values name no server. */
  readonly isUnreadable: boolean;
  /** The param that has the server in it and is empty; null when none is. */
  readonly missing: Param | null;
}

/** What is checked where the values say less than a host and a port. */
export function ServerNotes({ source, endpoint, isUnreadable, missing }: ServerNotesProps) {
  const { protocol, reach: { usualPort } = {} } = endpoint;
  if (protocol !== 'none') return null;
  return (
    <div className={style({ font: 'body' })}>
      {usualPort !== undefined &&
        `If your values do not include a port, the check uses ${usualPort}, the usual port of ${source.shortName}.`}
      <Status>
        {isUnreadable && missing !== null && `Enter the ${toWord(missing)} to check the server in it.`}
        {isUnreadable &&
          missing === null &&
          'Your values do not include a host and port to check. You can continue without the check.'}
      </Status>
    </div>
  );
}

/** Takes the place of the check for a source that has nothing to check. */
export function NoCheck({ source }: { readonly source: Source }) {
  return (
    <Section
      heading="Connection check"
      lead={`Not available because ${source.shortName} connections have no server address. Adobe tests the connection after it is created.`}
      action={null}
    >
      {null}
    </Section>
  );
}
