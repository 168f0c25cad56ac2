import * as z from 'zod/mini';
import { type Address, type ParamFinding, type Refusal, refuse } from '../overlay.ts';
import { readAddress } from './read-address.ts';

/** What `az hdinsight show` prints. */
const cluster = z.object({
  properties: z.object({
    connectivityEndpoints: z.array(
      z.object({
        name: z.string(),
        location: z.string(),
        port: z.optional(z.union([z.number(), z.string()])),
      }),
    ),
    clusterDefinition: z.optional(
      z.object({
        configurations: z.optional(z.object({ gateway: z.optional(z.record(z.string(), z.unknown())) })),
      }),
    ),
  }),
});

/** A token of Azure's command line, which Adobe does not accept. */
const azureToken = z.object({ accessToken: z.string(), tenant: z.string() });

/** A description of connectors, such as that of Cloudera's operational database, names the URL of each. */
const connectors = z.object({ connectors: z.array(z.unknown()) });

/** Reads the description of a cluster by Azure's or Cloudera's command line. */
export function readClusterDocument(value: unknown): Address | Refusal | null {
  const given = Array.isArray(value) && value.length === 1 ? (value[0] as unknown) : value;
  if (azureToken.safeParse(given).success) {
    return refuse('Azure access token', 'This is an access token of Azure. Paste an access token of Adobe.');
  }
  const shown = cluster.safeParse(given);
  if (shown.success) return readCluster(shown.data.properties);
  const described = connectors.safeParse(given);
  return described.success ? readConnectors(described.data.connectors) : null;
}

function readCluster({ connectivityEndpoints, clusterDefinition }: z.infer<typeof cluster>['properties']) {
  const server = connectivityEndpoints.find(({ name }) => name.toUpperCase() === 'HTTPS');
  if (server === undefined) return null;
  const gateway = clusterDefinition?.configurations?.gateway ?? {};
  const port = server.port === undefined ? '' : `:${server.port}`;
  const address = readAddress(`https://${server.location}${port}/`);
  if (address === null || address.kind === 'refused') return address;
  const signIn = (['username', 'password'] as const).map((param): ParamFinding => ({
    param,
    key: param,
    value: gateway[`restAuthCredential.${param}`],
    isQuoted: true,
  }));
  return {
    ...address,
    label: 'HDInsight cluster',
    findings: [...address.findings, ...signIn],
    notes: [...address.notes, 'Only the HTTPS endpoint and the gateway sign-in of the cluster were read.'],
  };
}

const mostValues = 2000;

/** Reads the thin-client URL at any depth. */
function readConnectors(items: readonly unknown[]): Address | Refusal | null {
  const values: unknown[] = [...items];
  const urls: string[] = [];
  // The loop adds to the list.
  for (const value of values) {
    if (typeof value === 'string' && /^jdbc:phoenix/i.test(value)) urls.push(value);
    if (typeof value === 'object' && value !== null && values.length < mostValues)
      values.push(...Object.values(value));
  }
  const thin = urls.find((url) => /^jdbc:phoenix:thin:/i.test(url)) ?? urls[0];
  const address = thin === undefined ? null : readAddress(thin);
  if (address === null || address.kind === 'refused') return address;
  return {
    ...address,
    label: 'Client connectivity',
    notes: [...address.notes, 'Only the thin-client URL was read.'],
  };
}
