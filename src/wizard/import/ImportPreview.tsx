import { Checkbox } from '@react-spectrum/s2/Checkbox';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { ReactNode } from 'react';
import type { Import } from '../../imports/import-result.ts';
import { describeValue } from '../../source-form/answers/param-answer.ts';
import type { ParamAnswer } from '../../sources/source.ts';
import { takeFocus } from '../../ui/focus/take-focus.ts';
import type { ImportRow } from './import-rows.ts';

interface ImportPreviewProps {
  readonly result: Import;
  readonly rows: readonly ImportRow[];
  /** The keys of the rows whose current value is kept. */
  readonly kept: ReadonlySet<string>;
  readonly onKeep: (key: string, isKept: boolean) => void;
  /** The choice among several connections. */
  readonly children: ReactNode;
}

const cell = style({
  textAlign: 'start',
  verticalAlign: 'top',
  paddingY: 8,
  paddingEnd: { default: 8, sm: 16 },
  overflowWrap: 'anywhere',
  borderWidth: 0,
  borderTopWidth: 1,
  borderStyle: 'solid',
  borderColor: 'gray-200',
  // Without widths, a long value leaves the other columns a few letters on a phone.
  width: {
    column: {
      field: { default: '[40%]', sm: '[28%]' },
      current: { default: '[22%]', sm: '[30%]' },
    },
  },
});

/** Shows the found values next to the current ones. Each can be imported or skipped. */
export function ImportPreview({ result, rows, kept, onKeep, children }: ImportPreviewProps) {
  return (
    <div className={style({ display: 'flex', flexDirection: 'column', gap: 16 })}>
      <p
        // The text box is gone, so the focus moves to the result, which is then announced.
        ref={takeFocus}
        tabIndex={-1}
        className={style({ margin: 0, outlineStyle: 'none' })}
      >
        <strong>{result.label}.</strong> {countFound(rows.length)}
      </p>
      {children}
      {rows.length > 0 && (
        <table
          className={style({
            font: 'body-sm',
            width: 'full',
            tableLayout: 'fixed',
            borderCollapse: 'collapse',
          })}
        >
          <thead>
            <tr>
              <th className={cell({ column: 'field' })}>Field</th>
              <th className={cell({ column: 'current' })}>Current</th>
              <th className={cell({ column: 'found' })}>Found</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key}>
                <td className={cell({})}>
                  {row.now === row.found ? (
                    row.label
                  ) : (
                    <Checkbox
                      isEmphasized
                      isSelected={!kept.has(row.key)}
                      onChange={(isTaken) => onKeep(row.key, !isTaken)}
                      aria-label={`${row.now === '' ? 'Fill in' : 'Replace'} ${row.label}`}
                    >
                      {row.label}
                    </Checkbox>
                  )}
                </td>
                <td className={cell({})}>{show(row.now, row.isSecret)}</td>
                <td className={cell({})}>{row.now === row.found ? 'Same' : show(row.found, row.isSecret)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Remarks heading="Notes" lines={result.notes} />
      <Remarks heading="Skipped placeholders" lines={result.placeholders} />
      <Remarks heading="Ignored" lines={result.unknownKeys} />
    </div>
  );
}

function countFound(count: number): string {
  if (count === 0) return 'No values found for this form.';
  return count === 1 ? '1 value found.' : `${count} values found.`;
}

function show(value: ParamAnswer, isSecret: boolean): string {
  if (value === '') return 'Empty';
  return isSecret && typeof value === 'string'
    ? `•••••••• (${value.length} characters)`
    : describeValue(value);
}

interface RemarksProps {
  readonly heading: string;
  readonly lines: readonly string[];
}

function Remarks({ heading, lines }: RemarksProps) {
  if (lines.length === 0) return null;
  return (
    <section>
      <h3 className={style({ font: 'title-sm', margin: 0 })}>{heading}</h3>
      <ul
        className={style({
          font: 'body',
          margin: 0,
          marginTop: 4,
          paddingStart: 20,
          overflowWrap: 'anywhere',
        })}
      >
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}
