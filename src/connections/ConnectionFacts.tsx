import type { Connection } from '../flow-service/connection.ts';
import { describeWrite } from '../platform/describe-time.ts';
import type { Source } from '../sources/source.ts';
import { Facts } from '../ui/Facts.tsx';
import { shorten } from '../ui/shorten.ts';
import { showParam } from './describe-param.ts';

interface ConnectionFactsProps {
  /** null: made from a source that is not ours, so that nobody knows which of its params are secrets. */
  readonly source: Source | null;
  readonly connection: Connection;
}

/** What the service says of a connection, secrets excepted. */
export function ConnectionFacts({ source, connection }: ConnectionFactsProps) {
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
  const params = Object.entries(source?.presentation ?? {}).map(([name, { label }]) => [
    label,
    source && showParam(source, name, auth?.params?.[name]),
  ]);
  const isChanged = updatedAt !== undefined && updatedAt !== createdAt;
  const facts = [
    ['ETag', etag],
    ['Sandbox', sandboxName],
    ['State', state],
    ...params,
    ['Created', describeWrite(createdAt, createdBy)],
    ['Changed', isChanged ? describeWrite(updatedAt, updatedBy) : null],
    ['Connection spec', connectionSpec.id],
  ] as const;
  return (
    <>
      <Facts
        facts={facts.flatMap(([term, value]) =>
          term && value ? [{ term, value: shorten(value, 1000) }] : [],
        )}
      />
      {unread !== undefined && (
        <p>{`Flow Service gave ${unread.join(', ')} in a form that could not be read.`}</p>
      )}
    </>
  );
}
