import { Disclosure, DisclosurePanel, DisclosureTitle } from '@react-spectrum/s2/Disclosure';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { ConnectionRequest } from '../../flow-service/connection-request.ts';
import { endpoints } from '../../flow-service/endpoints.ts';
import { toWireRequest } from '../../flow-service/wire-request.ts';
import type { Access } from '../../session/access.tsx';
import { useEnvironment } from '../../session/environment-query.ts';
import { gatewayUrl } from '../../session/gateway-url.ts';
import { redactRequest } from '../../source-form/answers/secrets.ts';
import type { Source } from '../../sources/source.ts';
import { CodeBlock } from '../../ui/content/CodeBlock.tsx';

interface RequestReviewProps {
  readonly access: Access;
  readonly source: Source;
  readonly request: ConnectionRequest;
}

/** The request as it will be sent, without secrets. */
export function RequestReview({ access, source, request }: RequestReviewProps) {
  const environment = useEnvironment();
  const { clientId: apiKey = '', organizationId = '' } = environment.credentials ?? {};
  const credentials = { ...(access.credentials ?? { apiKey, organizationId }), accessToken: '••••••••' };
  const { method, url, headers } = toWireRequest(
    { baseUrl: gatewayUrl(environment), credentials },
    endpoints.createConnection,
    { sandbox: access.sandbox, body: request },
  );
  const lines = [
    `${method} ${url}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    '',
    JSON.stringify(redactRequest(source, request), null, 2),
  ];
  return (
    <Disclosure isQuiet size="L">
      <DisclosureTitle level={2}>Show request</DisclosureTitle>
      <DisclosurePanel>
        <div
          className={style({ font: 'body', display: 'flex', flexDirection: 'column', gap: 12, minWidth: 0 })}
        >
          <p className={style({ margin: 0 })}>
            Create connection sends this request to Flow Service. Secrets are hidden.
          </p>
          <CodeBlock label="Request to Flow Service" code={lines.join('\n')} />
        </div>
      </DisclosurePanel>
    </Disclosure>
  );
}
