import { ActionButton } from '@react-spectrum/s2/ActionButton';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useQuery } from '@tanstack/react-query';
import type { Connection } from '../../flow-service/schemas/connection.ts';
import { toJsonText } from '../../flow-service/to-curl.ts';
import type { Access } from '../../session/access.tsx';
import { useEnvironment } from '../../session/environment-query.ts';
import { tableQuery } from '../../api/explore-queries.ts';
import { gatewayUrl } from '../../session/gateway-url.ts';
import { isSecret } from '../../sources/secrets.ts';
import type { SourceKind } from '../../sources/live/source-kind.ts';
import type { Source } from '../../sources/source.ts';
import { CodeBlock } from '../../ui/content/CodeBlock.tsx';
import { CopyButton } from '../../ui/content/CopyButton.tsx';
import { DownloadButton } from '../../ui/content/DownloadButton.tsx';
import { Section } from '../../ui/layout/Section.tsx';
import { ShownRequest } from './ShownRequest.tsx';
import {
  type RequestScope,
  callerVariables,
  createRequest,
  secretVariable,
  sourceConnectionRequest,
  sourceConnectionWithoutTable,
  tableRequest,
  tablesRequest,
} from './next-requests.ts';

interface WhatNextProps {
  readonly access: Access;
  readonly source: Source | null;
  readonly kind: SourceKind;
  readonly connection: Connection;
  /** The selected table, or null. */
  readonly path: string | null;
  /** Shows the tables. */
  readonly onChooseTable: () => void;
}

/**
 * The next steps with ready-to-run requests: the next requests of Adobe's tutorials, and the one that creates the
 * connection again.
 */
export function WhatNext({ access, source, kind, connection, path, onChooseTable }: WhatNextProps) {
  const environment = useEnvironment();
  const scope = { gateway: gatewayUrl(environment), sandbox: access.sandbox, connection };
  return (
    <Section
      heading="What next"
      lead={`Continue with Adobe’s tutorials. Before you run a request, set ${callerVariables.join(', ')} in your shell.`}
      action={null}
    >
      <ul className={style({ listStyleType: 'none', margin: 0, padding: 0 })}>
        {kind.kind === 'tables' ? (
          <TableSteps access={access} scope={scope} path={path} onChooseTable={onChooseTable} />
        ) : (
          <StepsWithoutTable scope={scope} kind={kind} />
        )}
        {source !== null && <CreateAgain source={source} template={createRequest(scope, source)} />}
      </ul>
    </Section>
  );
}

interface TableStepsProps extends Pick<WhatNextProps, 'access' | 'path' | 'onChooseTable'> {
  readonly scope: RequestScope;
}

function TableSteps({ access, scope, path, onChooseTable }: TableStepsProps) {
  const { data: table } = useQuery({
    ...tableQuery(access, scope.connection, path ?? ''),
    enabled: path !== null,
  });
  const chooseTable = (step: string) => (
    <ActionButton aria-label={`Choose a table: ${step}`} onPress={onChooseTable}>
      Choose a table
    </ActionButton>
  );
  return (
    <>
      <ShownRequest
        heading="List the tables"
        purpose="List the paths of all tables from a script."
        action={null}
        lead="Returns the paths of the tables."
        template={tablesRequest(scope)}
        fileName="list-tables"
      />
      <ShownRequest
        heading="Explore the table"
        purpose="See the columns of a table and sample rows."
        action={chooseTable('Explore the table')}
        lead={path === null ? chooseFirst : `Returns the columns of ${path} and sample rows.`}
        template={path === null ? null : tableRequest(scope, path)}
        fileName="explore-table"
      />
      <ShownRequest
        heading="Create a source connection"
        purpose="Get the ID that a dataflow needs to read a table."
        action={chooseTable('Create a source connection')}
        lead={
          path === null
            ? chooseFirst
            : `Returns the ID of a source connection that reads ${path}. A dataflow needs this ID.`
        }
        template={path === null || table === undefined ? null : sourceConnectionRequest(scope, path, table)}
        fileName="create-source-connection"
      />
    </>
  );
}

/** The next steps for files, or for data that only the source's own params describe. */
function StepsWithoutTable({ scope, kind }: { readonly scope: RequestScope; readonly kind: SourceKind }) {
  const isOfFiles = kind.kind === 'files';
  return (
    <>
      {isOfFiles && (
        <ShownRequest
          heading="List the files"
          purpose="List the paths of the files and folders from a script."
          action={null}
          lead="Returns the files and folders at the root."
          template={tablesRequest(scope)}
          fileName="list-files"
        />
      )}
      <ShownRequest
        heading="Create a source connection"
        purpose="Get the ID that a dataflow needs to read the data."
        action={null}
        lead={
          isOfFiles
            ? 'Replace the path and the format with those of your files. Returns the ID of a source connection. A dataflow needs this ID.'
            : 'Replace the placeholders with the values that Adobe’s definition of this source asks for. Returns the ID of a source connection. A dataflow needs this ID.'
        }
        template={sourceConnectionWithoutTable(scope, kind)}
        fileName="create-source-connection"
      />
    </>
  );
}

const chooseFirst = 'Choose a table below to see its request.';

interface CreateAgainProps {
  readonly source: Source;
  readonly template: ReturnType<typeof createRequest>;
}

function CreateAgain({ source, template }: CreateAgainProps) {
  const json = toJsonText(template);
  const secrets = source.authMethod.params
    .filter(({ name }) => isSecret(source, name))
    .map(({ name }) => secretVariable(source, name));
  return (
    <ShownRequest
      heading="Create this connection again"
      purpose="Create the same connection from a script."
      action={null}
      lead={`Returns the ID of a new connection with the same values.${secrets.length === 0 ? '' : ` Also set ${secrets.join(', ')} in your shell.`}`}
      template={template}
      fileName="create-connection"
    >
      <CodeBlock label="Request body as JSON" code={json} />
      <div className={style({ display: 'flex', flexWrap: 'wrap', gap: 8 })}>
        <CopyButton label="Copy JSON" text={json} />
        <DownloadButton label="Download JSON" fileName="create-connection.json" text={`${json}\n`} />
      </div>
    </ShownRequest>
  );
}
