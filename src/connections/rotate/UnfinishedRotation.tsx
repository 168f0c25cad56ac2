import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { toScope } from '../../create/attempt.ts';
import type { Connection } from '../../flow-service/schemas/connection.ts';
import type { Access } from '../../session/access.tsx';
import { nameSecret } from '../../sources/secrets.ts';
import type { Source } from '../../sources/source.ts';
import { useStore } from '../../ui/form/store.ts';
import { Notice } from '../../ui/layout/Notice.tsx';
import { OpenRotation } from './RotationNotices.tsx';
import { describeCount, describeSecretState } from './rotation-words.ts';
import { compareVersions, isUnfinished } from './rotation.ts';
import { rotations } from './rotations.ts';

interface UnfinishedRotationProps {
  readonly access: Access;
  readonly source: Source;
  readonly connection: Connection;
}

/** Says on the page of a connection that its rotation is not finished, and which secret the connection has. */
export function UnfinishedRotation({ access, source, connection }: UnfinishedRotationProps) {
  useStore(rotations.all);
  const stored = rotations.read(toScope(access), connection.id);
  if (stored === null || !isUnfinished(stored)) return null;
  const rotation = compareVersions(stored, [connection], new Set(stored.connections));
  const own = rotation.connections.find(({ id }) => id === connection.id);
  if (own === undefined) return null;
  return (
    <Notice variant="notice" heading="A rotation is not finished">
      <p className={style({ margin: 0, marginBottom: 8 })}>
        {`This connection: ${describeSecretState(source, own).word}. `}
        {describeCount(nameSecret(source) ?? 'secret', rotation)}
      </p>
      <OpenRotation id={connection.id} />
    </Notice>
  );
}
