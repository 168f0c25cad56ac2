import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { FlowServiceError } from '../flow-service/flow-service-error.ts';
import { CopyButton } from '../ui/content/CopyButton.tsx';
import { toSupportReport } from './to-support-report.ts';

/** The complete response, for users who need details or contact Adobe. */
export function ErrorResponse({ error }: { readonly error: FlowServiceError }) {
  const report = toSupportReport(error);
  return (
    <details className={style({ width: 'full' })}>
      <summary>Error details</summary>
      <pre
        className={style({
          font: 'code-sm',
          whiteSpace: 'pre-wrap',
          overflowWrap: 'anywhere',
          marginY: 8,
        })}
      >
        {report}
      </pre>
      <CopyButton label="Copy for Adobe Support" text={report} />
    </details>
  );
}
