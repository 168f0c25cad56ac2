import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useMemo, useState } from 'react';
import type { ConnectionSpec } from '../../flow-service/schemas/connection-spec.ts';
import type { Connection } from '../../flow-service/schemas/connection.ts';
import type { Access } from '../../session/access.tsx';
import { useEnvironment } from '../../session/environment-query.ts';
import { gatewayUrl } from '../../session/gateway-url.ts';
import { ChoiceMenu } from '../../ui/ChoiceMenu.tsx';
import { CodeBlock } from '../../ui/content/CodeBlock.tsx';
import { CopyButton } from '../../ui/content/CopyButton.tsx';
import { DownloadButton } from '../../ui/content/DownloadButton.tsx';
import { displayName } from '../../ui/display-text.ts';
import { Notice } from '../../ui/layout/Notice.tsx';
import { exportFormats } from './export-formats.ts';
import { countConnections } from '../count-connections.ts';
import { listFirst } from '../list-first.ts';
import { type Export, toExport } from './exported.ts';
import { findExportSource } from './find-export-source.ts';

interface ExportedTextProps {
  readonly access: Access;
  readonly connections: readonly Connection[];
  readonly specs: readonly ConnectionSpec[];
}

/** The connections as one text, in the chosen format. */
export function ExportedText({ access, connections, specs }: ExportedTextProps) {
  const environment = useEnvironment();
  const [formatId, setFormatId] = useState<(typeof exportFormats)[number]['id']>(exportFormats[0].id);
  const format = exportFormats.find(({ id }) => id === formatId) ?? exportFormats[0];
  const gateway = gatewayUrl(environment);
  const exported = useMemo(
    () => toExport({ gateway, sandbox: access.sandbox }, connections, findExportSource(specs)),
    [gateway, access.sandbox, connections, specs],
  );
  const text = useMemo(() => format.write(exported), [format, exported]);
  return (
    <>
      <LeftOut exported={exported} />
      <div className={style({ maxWidth: 320 })}>
        <ChoiceMenu label="Format" options={exportFormats} chosen={format.id} onChoose={setFormatId} />
      </div>
      <p className={style({ font: 'body', margin: 0 })}>
        {format.help}
        {connections.length > 1 &&
          ' To create one of the connections again, select New connection, then Paste a connection string.'}
      </p>
      <div className={style({ display: 'flex', flexWrap: 'wrap', gap: 8 })}>
        <CopyButton key={text} label="Copy" text={text} />
        <DownloadButton label="Download" fileName={format.fileName} text={text} />
      </div>
      <CodeBlock label={`Connections as ${format.label}`} code={text} isBounded />
    </>
  );
}

/** The maximum number of names to list. */
const mostNames = 5;

function LeftOut({ exported: { unknown, reduced } }: { readonly exported: Export }) {
  if (unknown.length === 0 && reduced === 0) return null;
  return (
    <Notice variant="informative" heading="Not everything is exported">
      {[describeUnknown(unknown), describeReduced(reduced)].filter((part) => part !== '').join(' ')}
    </Notice>
  );
}

function describeUnknown(unknown: Export['unknown']): string {
  if (unknown.length === 0) return '';
  const names = unknown.map(({ name }) => `“${displayName(name, 100)}”`);
  const [is, its] = unknown.length === 1 ? ['is', 'its source is'] : ['are', 'their sources are'];
  return `${countConnections(unknown.length)} ${is} not exported, because ${its} not known: ${listFirst(names, mostNames)}.`;
}

function describeReduced(count: number): string {
  if (count === 0) return '';
  const [has, its] = count === 1 ? ['has', 'its source does'] : ['have', 'their sources do'];
  return `${countConnections(count)} ${has} values that ${its} not describe. These values are left out.`;
}
