import { StatusLight } from '@react-spectrum/s2/StatusLight';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { Connection } from '../flow-service/connection.ts';
import { describeWrite } from '../platform/describe-time.ts';
import { TextLink } from '../ui/TextLink.tsx';

/** Connections one below the other, each leading to its page: its name, where it leads, its state, who made it and when. */
export function ConnectionList({ connections }: { readonly connections: readonly Connection[] }) {
  return (
    <ul
      aria-label="Connections"
      className={style({
        listStyleType: 'none',
        margin: 0,
        padding: 0,
        width: 'full',
        borderRadius: 'xl',
        borderWidth: 1,
        borderStyle: 'solid',
        borderColor: 'gray-200',
        backgroundColor: 'layer-2',
        overflow: 'hidden',
      })}
    >
      {connections.map((connection) => (
        <li
          key={connection.id}
          className={style({
            font: 'body',
            paddingX: { default: 16, sm: 24 },
            paddingY: 12,
            borderWidth: 0,
            borderTopWidth: { default: 1, ':first-child': 0 },
            borderStyle: 'solid',
            borderColor: 'gray-200',
            overflowWrap: 'anywhere',
          })}
        >
          <ConnectionLine connection={connection} />
        </li>
      ))}
    </ul>
  );
}

function ConnectionLine({ connection }: { readonly connection: Connection }) {
  const { id, name, description, auth, state, createdAt, createdBy, updatedAt, updatedBy } = connection;
  const host = auth?.params?.['host'];
  const created = describeWrite(createdAt, createdBy);
  const changed = updatedAt === createdAt ? null : describeWrite(updatedAt, updatedBy);
  return (
    <>
      <div
        className={style({
          display: 'flex',
          flexWrap: 'wrap',
          columnGap: 16,
          justifyContent: 'space-between',
        })}
      >
        <TextLink to="/connections/$id" params={{ id }}>
          {name}
        </TextLink>
        {state !== undefined && (
          <StatusLight size="S" variant={stateVariants[state] ?? 'notice'}>
            {state}
          </StatusLight>
        )}
      </div>
      {description !== undefined && <div>{description}</div>}
      <div className={style({ font: 'body-sm', color: 'neutral-subdued' })}>
        {[
          typeof host === 'string' ? host : null,
          created && `created ${created}`,
          changed && `changed ${changed}`,
        ]
          .filter((part) => part !== null)
          .join(' · ')}
      </div>
    </>
  );
}

/** Every other state is on its way from one to another (ERR-F). */
const stateVariants: Readonly<Record<string, 'positive' | 'neutral'>> = {
  enabled: 'positive',
  disabled: 'neutral',
};
