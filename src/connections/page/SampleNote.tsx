import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { Environment } from '../../flow-service/schemas/environment.ts';
import type { Connection } from '../../flow-service/schemas/connection.ts';
import { useEnvironment } from '../../session/environment-query.ts';
import { openedSource } from '../../sources/catalog.ts';

/** Says that the test and the tables are sample data. The note is shown before the results arrive. */
export function SampleNote({ connection }: { readonly connection: Connection }) {
  const text = explainSamples(useEnvironment(), connection);
  return (
    text !== null && <p className={style({ font: 'body', margin: 0, color: 'neutral-subdued' })}>{text}</p>
  );
}

function explainSamples({ target, databases }: Environment, { connectionSpec }: Connection): string | null {
  if (target !== 'local') return null;
  if (databases === 'samples') return 'Sample data: this server does not open databases.';
  return connectionSpec.id === openedSource.connectionSpec.id
    ? null
    : `Sample data: the local Flow Service opens ${openedSource.shortName} databases only.`;
}
