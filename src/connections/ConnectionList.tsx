import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { Connection } from '../flow-service/connection.ts';
import { TextLink } from '../ui/TextLink.tsx';

export function ConnectionList({ connections }: { readonly connections: readonly Connection[] }) {
  return (
    <ul
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
          <TextLink to="/connections/$id" params={{ id: connection.id }}>
            {connection.name}
          </TextLink>
          <div className={style({ font: 'body-sm', color: 'neutral-subdued' })}>
            {[describeHost(connection), connection.state, describeTime(connection.createdAt)]
              .filter((part) => part !== null && part !== undefined)
              .join(' · ')}
          </div>
        </li>
      ))}
    </ul>
  );
}

function describeHost({ auth }: Connection): string | null {
  const host = auth?.params?.['host'];
  return typeof host === 'string' ? host : null;
}

function describeTime(milliseconds: number | undefined): string | null {
  return milliseconds === undefined ? null : new Date(milliseconds).toLocaleString();
}
