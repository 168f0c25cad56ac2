import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { ConnectionRequest } from '../flow-service/connection-request.ts';
import { adobeGateway, endpointUrl, endpoints, gatewayBasePath } from '../flow-service/endpoints.ts';
import { toRequestHeaders } from '../flow-service/request-headers.ts';
import type { Access } from '../platform/access.tsx';
import { useEnvironment } from '../platform/environment-query.ts';
import { redactRequest } from '../source-form/secrets.ts';
import type { Source } from '../sources/source.ts';
import { CodeBlock } from '../ui/CodeBlock.tsx';

interface RequestReviewProps {
  readonly access: Access;
  readonly source: Source;
  readonly request: ConnectionRequest;
}

/** The request as it will be sent, secrets excepted. */
export function RequestReview({ access, source, request }: RequestReviewProps) {
  const { target, gatewayHost, credentials: held } = useEnvironment();
  const credentials = access.credentials ?? {
    apiKey: held?.clientId ?? '',
    organizationId: held?.organizationId ?? '',
  };
  const headers = {
    ...toRequestHeaders({ ...credentials, accessToken: '••••••••' }, access.sandbox),
    'Content-Type': 'application/json',
  };
  const gateway = target === 'adobe' ? adobeGateway : `http://${gatewayHost}`;
  const url = endpointUrl(`${gateway}${gatewayBasePath}`, endpoints.createConnection, null, []);
  const lines = [
    `POST ${url}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    '',
    JSON.stringify(redactRequest(source, request), null, 2),
  ];
  return (
    <section>
      <h2 className={style({ font: 'title-lg', margin: 0, marginBottom: 4 })}>The request</h2>
      <p className={style({ font: 'body', margin: 0, marginBottom: 12 })}>
        What is sent to Flow Service when you press Create connection. Only the secrets are hidden.
      </p>
      <CodeBlock label="The request" code={lines.join('\n')} />
    </section>
  );
}
