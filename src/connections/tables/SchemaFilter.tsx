import Folder from '@react-spectrum/s2/icons/Folder';
import { iconStyle, style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { shorten } from '../../ui/display-text.ts';
import type { Schema } from './schemas.ts';

interface SchemaFilterProps {
  readonly schemas: readonly Schema[];
  /** null for all. */
  readonly chosen: string | null;
  readonly onChoose: (schema: string | null) => void;
}

/** The limit on schemas in the list. The search finds the tables of the others. */
const mostShown = 100;

/** The schemas of a database with the number of their tables. One of them, or all, are listed below. */
export function SchemaFilter({ schemas, chosen, onChoose }: SchemaFilterProps) {
  const all = schemas.reduce((sum, { count }) => sum + count, 0);
  const lines = [
    { key: 'all', schema: null, label: 'All schemas', count: all },
    ...schemas.slice(0, mostShown).map(({ name, count }) => ({
      key: `schema ${name}`,
      schema: name,
      label: name === '' ? 'No schema' : shorten(name, 100),
      count,
    })),
  ];
  return (
    <div role="group" aria-label="Schemas" className={list}>
      {lines.map(({ key, schema, label, count }) => (
        <button
          key={key}
          type="button"
          aria-pressed={chosen === schema}
          className={line}
          onClick={() => onChoose(schema)}
        >
          <Folder aria-hidden="true" styles={iconStyle({ size: 'S' })} />
          <bdi className={name}>{label}</bdi> <span>{count.toLocaleString('en-US')}</span>
        </button>
      ))}
    </div>
  );
}

const list = style({
  display: 'flex',
  flexDirection: 'column',
  maxHeight: 168,
  overflowY: 'auto',
  padding: 4,
});

const line = style({
  font: 'ui',
  color: 'neutral',
  flexShrink: 0,
  display: 'grid',
  gridTemplateColumns: ['auto', 'minmax(0, 1fr)', 'auto'],
  columnGap: 8,
  alignItems: 'center',
  minHeight: 32,
  paddingX: 8,
  textAlign: 'start',
  cursor: 'pointer',
  borderStyle: 'none',
  borderRadius: 'default',
  fontWeight: { default: 'normal', ':is([aria-pressed=true])': 'bold' },
  backgroundColor: { default: 'transparent', ':hover': 'gray-100', ':is([aria-pressed=true])': 'gray-200' },
  outlineStyle: { default: 'none', ':focus-visible': 'solid' },
  outlineColor: { default: 'focus-ring', forcedColors: 'Highlight' },
  outlineWidth: 2,
});

const name = style({ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap', minWidth: 0 });
