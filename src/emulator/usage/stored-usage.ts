import * as z from 'zod/mini';
import { hostOf, type StoredConnection } from '../connections/stored-connection.ts';

/** A source connection as the service stores it (OAS-S): which data of a base connection is read. */
export interface StoredSourceConnection {
  readonly id: string;
  readonly name: string;
  readonly baseConnectionId: string;
  readonly connectionSpec: StoredConnection['connectionSpec'];
  readonly data: unknown;
  readonly params: unknown;
  /** Epoch milliseconds. */
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly createdBy: string;
  readonly sandboxName: string;
  readonly imsOrgId: string;
  readonly state: 'enabled';
  readonly inheritedAttributes: { readonly baseConnection: BaseReference };
  readonly version: string;
  readonly etag: string;
}

interface BaseReference {
  readonly id: string;
  readonly connectionSpec: StoredConnection['connectionSpec'];
}

/** What a dataflow of the demo consists of. Times are in epoch milliseconds, as UTC. */
export const newFlow = z.object({
  name: z.string(),
  state: z.enum(['enabled', 'disabled']),
  createdAt: z.number(),
  sourceConnectionIds: z.array(z.string()).check(z.minLength(1)),
  scheduleParams: z.object({ startTime: z.number(), frequency: z.string(), interval: z.number() }),
  lastRunDetails: z.nullable(
    z.object({
      state: z.enum(['success', 'failed', 'inProgress']),
      startedAtUTC: z.number(),
      completedAtUTC: z.nullable(z.number()),
    }),
  ),
});
export type NewFlow = z.infer<typeof newFlow>;

/** A dataflow as the service stores it (OAS-S). */
export interface StoredFlow extends NewFlow {
  readonly id: string;
  readonly updatedAt: number;
  readonly flowSpec: { readonly id: string; readonly version: string };
  readonly inheritedAttributes: {
    readonly sourceConnections: readonly {
      readonly id: string;
      readonly connectionSpec: StoredConnection['connectionSpec'];
      readonly baseConnection: BaseReference;
    }[];
  };
}

/** The ID that stands for Adobe's dataflow spec "CRMToAEP" of table-based sources. Adobe does not document its value. */
const flowSpec = { id: '00000000-0000-4000-8000-00000000f10f', version: '1.0' };

export function toStoredFlow(
  id: string,
  flow: NewFlow,
  sourceConnections: readonly StoredSourceConnection[],
): StoredFlow {
  return {
    ...flow,
    id,
    updatedAt: flow.createdAt,
    flowSpec,
    inheritedAttributes: {
      sourceConnections: sourceConnections.map(({ id: sourceId, connectionSpec, inheritedAttributes }) => ({
        id: sourceId,
        connectionSpec,
        ...inheritedAttributes,
      })),
    },
  };
}

/** What uses the connections of a sandbox. */
export interface StoredUsage {
  readonly sourceConnections: readonly StoredSourceConnection[];
  readonly flows: readonly StoredFlow[];
}

/** The flows that use a connection. */
export function flowsOf(flows: Iterable<StoredFlow>, connectionId: string): readonly StoredFlow[] {
  return [...flows].filter(({ inheritedAttributes }) =>
    inheritedAttributes.sourceConnections.some(({ baseConnection }) => baseConnection.id === connectionId),
  );
}

/** The host whose connections are in use without a demo. */
export const hostInUse = 'in-use.example';

/** The source connection and the dataflow of each connection to {@link hostInUse}. */
export function usageOfScenario(connections: Iterable<StoredConnection>): StoredUsage {
  const used = [...connections].filter(({ auth }) => hostOf(auth.params) === hostInUse);
  const both = used.map((connection) => {
    const { id, connectionSpec, createdAt, createdBy, sandboxName, imsOrgId, etag } = connection;
    const source: StoredSourceConnection = {
      id: `5${id.slice(1)}`,
      name: 'RETAIL.ORDERS',
      baseConnectionId: id,
      connectionSpec,
      data: { format: 'tabular' },
      params: { tableName: 'RETAIL.ORDERS', columns: [] },
      createdAt,
      updatedAt: createdAt,
      createdBy,
      sandboxName,
      imsOrgId,
      state: 'enabled',
      inheritedAttributes: { baseConnection: { id, connectionSpec } },
      version: etag,
      etag,
    };
    const flow = toStoredFlow(
      `f${id.slice(1)}`,
      {
        name: 'Orders, every night',
        state: 'enabled',
        createdAt,
        sourceConnectionIds: [source.id],
        scheduleParams: { startTime: Math.floor(createdAt / 1000), frequency: 'day', interval: 1 },
        lastRunDetails: null,
      },
      [source],
    );
    return { source, flow };
  });
  return { sourceConnections: both.map(({ source }) => source), flows: both.map(({ flow }) => flow) };
}
