import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { toScope } from '../../create/attempt.ts';
import type { Access } from '../../session/access.tsx';
import { paths } from '../../session/paths.ts';
import { TextLink } from '../../ui/TextLink.tsx';
import { useStore } from '../../ui/form/store.ts';
import { Card } from '../../ui/layout/Card.tsx';
import { Section } from '../../ui/layout/Section.tsx';
import { TrialActions } from './TrialActions.tsx';
import { joinLabel, labelConnections } from './connection-labels.ts';
import { listExisting } from './run/rotation.ts';
import { rotations } from './memory/rotations.ts';

interface OtherRotatedProps {
  readonly access: Access;
  /** The connection that cannot be read. */
  readonly id: string;
}

/** The rotation of a connection that cannot be read, because it may have been deleted. */
export function OtherRotated({ access, id }: OtherRotatedProps) {
  useStore(rotations.all);
  const rotation = rotations.read(toScope(access), id);
  if (rotation === null) return null;
  const others = listExisting(rotation).filter((one) => one.id !== id);
  if (rotation.trials.length + others.length === 0) return null;
  const labelOf = labelConnections(rotation.connections);
  return (
    <Card>
      <Section
        heading="This connection is part of a rotation"
        lead={others.length === 0 ? null : 'Open the rotation from one of its other connections:'}
        action={null}
      >
        {rotation.trials.map((trial) => (
          <TrialActions key={trial.name} access={access} specId={rotation.target.specId} trial={trial} />
        ))}
        <ul className={style({ margin: 0, paddingStart: 20, overflowWrap: 'anywhere' })}>
          {others.slice(0, mostLinks).map((one) => (
            <li key={one.id}>
              <TextLink to={paths.rotateSecret} params={{ id: one.id }}>
                {joinLabel(labelOf(one))}
              </TextLink>
            </li>
          ))}
        </ul>
      </Section>
    </Card>
  );
}

/** Any other connection leads to the same rotation, so a few are enough. */
const mostLinks = 5;
