import type { Page } from '@playwright/test';
import * as z from 'zod/mini';

/** The format of V8: nodes and edges are flat arrays of numbers, whose columns `meta` names. */
const snapshotSchema = z.object({
  snapshot: z.object({
    meta: z.object({
      node_fields: z.array(z.string()),
      edge_fields: z.array(z.string()),
      edge_types: z.tuple([z.array(z.string())], z.unknown()),
    }),
  }),
  nodes: z.array(z.number()),
  edges: z.array(z.number()),
  strings: z.array(z.string()),
});

export interface HeapSnapshot {
  /** The name of each node by index. The name of a string is the string itself. */
  readonly names: readonly string[];
  /** Describes what keeps a node alive: the shortest path from the node to the root. */
  readonly keepers: (node: number) => string;
}

/** Takes a snapshot of all live objects of a page. The browser collects garbage first. */
export async function takeHeapSnapshot(page: Page): Promise<HeapSnapshot> {
  const browser = await page.context().newCDPSession(page);
  const chunks: string[] = [];
  browser.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
  await browser.send('HeapProfiler.takeHeapSnapshot');
  await browser.detach();
  return readSnapshot(snapshotSchema.parse(JSON.parse(chunks.join(''))));
}

function readSnapshot({ snapshot, nodes, edges, strings }: z.infer<typeof snapshotSchema>): HeapSnapshot {
  const { node_fields: nodeFields, edge_fields: edgeFields, edge_types: edgeTypes } = snapshot.meta;
  const column = (rows: readonly number[], fields: readonly string[], field: string) => {
    const offset = fields.indexOf(field);
    return (row: number) => rows[row * fields.length + offset] ?? 0;
  };
  const nodeName = column(nodes, nodeFields, 'name');
  const edgeCount = column(nodes, nodeFields, 'edge_count');
  const edgeType = column(edges, edgeFields, 'type');
  const edgeName = column(edges, edgeFields, 'name_or_index');
  const edgeTarget = column(edges, edgeFields, 'to_node');
  const names = Array.from(
    { length: nodes.length / nodeFields.length },
    (_, node) => strings[nodeName(node)] ?? '',
  );

  const describeEdge = (edge: number) => {
    const type = edgeTypes[0][edgeType(edge)] ?? '';
    return type === 'element' || type === 'hidden' ? `[${edgeName(edge)}]` : (strings[edgeName(edge)] ?? '');
  };
  /** For each node, the referring node that is nearest to the root, and the edge. */
  const findKeepers = () => {
    const firstEdges = [0];
    for (const node of names.keys()) firstEdges.push((firstEdges[node] ?? 0) + edgeCount(node));
    const found = new Map<number, { readonly keeper: number; readonly edge: number }>();
    const queue = [0];
    for (const keeper of queue) {
      for (let edge = firstEdges[keeper] ?? 0; edge < (firstEdges[keeper + 1] ?? 0); edge += 1) {
        const node = edgeTarget(edge) / nodeFields.length;
        if (edgeTypes[0][edgeType(edge)] === 'weak' || node === 0 || found.has(node)) continue;
        found.set(node, { keeper, edge });
        queue.push(node);
      }
    }
    return found;
  };
  let known: ReturnType<typeof findKeepers> | null = null;
  return {
    names,
    keepers: (node) => {
      known ??= findKeepers();
      const steps: string[] = [];
      for (let link = known.get(node); link !== undefined; link = known.get(link.keeper)) {
        steps.push(`${describeEdge(link.edge)} of ${(names[link.keeper] ?? '').slice(0, 80)}`);
      }
      return steps.join('\n  ');
    },
  };
}
