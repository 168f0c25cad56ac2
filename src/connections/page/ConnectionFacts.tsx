import { Disclosure, DisclosurePanel, DisclosureTitle } from '@react-spectrum/s2/Disclosure';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { Connection } from '../../flow-service/schemas/connection.ts';
import { describeTime } from '../../ui/describe-time.ts';
import type { Source } from '../../sources/source.ts';
import { Facts } from '../../ui/content/Facts.tsx';
import { Placeholder } from '../../ui/layout/Placeholder.tsx';
import { shorten } from '../../ui/display-text.ts';
import { showParam } from '../describe-param.ts';

interface ConnectionFactsProps {
  /** null when the connection belongs to an unsupported source, whose secret params are unknown. */
  readonly source: Source | null;
  readonly connection: Connection;
  /** Whether the connection is still loading. Right after a create, only the request is known. */
  readonly isPending: boolean;
}

/** The fields of a connection, without secrets. */
export function ConnectionFacts({ source, connection, isPending }: ConnectionFactsProps) {
  const {
    auth,
    connectionSpec,
    createdAt,
    createdBy,
    etag,
    sandboxName,
    state,
    updatedAt,
    updatedBy,
    unread,
  } = connection;
  const params = (source?.authMethod.params ?? []).map(({ name, label }) => [
    label,
    source && showParam(source, name, auth?.params?.[name]),
  ]);
  const isChanged = updatedAt !== undefined && updatedAt !== createdAt;
  // A row that is added later would move the buttons below.
  const facts = [
    ['Source', source?.name ?? 'Unknown'],
    ['Sandbox', sandboxName],
    ['State', state ?? (isPending ? <Placeholder of="line" /> : 'Unknown')],
    ...params,
    [
      'Created',
      createdAt === undefined ? (
        isPending ? (
          <Placeholder of="longLine" />
        ) : (
          'Unknown'
        )
      ) : (
        describeTime(createdAt)
      ),
    ],
    ['Changed', isChanged ? describeTime(updatedAt) : 'Never'],
  ] as const;
  const technical = [
    ['ETag', etag],
    ['Connection spec', connectionSpec.id],
    ['Created by client', createdBy],
    ['Changed by client', isChanged ? updatedBy : undefined],
  ] as const;
  return (
    <>
      <Facts
        facts={facts.flatMap(([term, value]) =>
          term && value ? [{ term, value: typeof value === 'string' ? shorten(value, 1000) : value }] : [],
        )}
      />
      <Disclosure isQuiet>
        <DisclosureTitle level={2}>Technical details</DisclosureTitle>
        <DisclosurePanel>
          <Facts
            facts={technical.flatMap(([term, value]) =>
              value === undefined ? [] : [{ term, value: shorten(value, 1000) }],
            )}
          />
        </DisclosurePanel>
      </Disclosure>
      {unread !== undefined && (
        <p
          className={style({ margin: 0 })}
        >{`Flow Service returned ${unread.join(', ')} in a format that could not be read.`}</p>
      )}
    </>
  );
}
