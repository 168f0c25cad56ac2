import type { NewFlow } from './stored-usage.ts';

/** A dataflow of the demo. Days and hours are counted back from the start of the demo. */
export interface DemoFlow {
  /** The name of the connection that it uses. */
  readonly connection: string;
  readonly table: string;
  readonly name: string;
  readonly state: NewFlow['state'];
  readonly daysAgo: number;
  readonly frequency: 'minute' | 'hour' | 'day' | 'week';
  readonly interval: number;
  /** null for a dataflow that has not run. */
  readonly lastRun: { readonly state: 'success' | 'failed'; readonly hoursAgo: number } | null;
}

/** The dataflows of the demo. */
export const demoFlows: readonly DemoFlow[] = [
  flow('Phoenix retail-core', 'RETAIL.ORDERS', 'Orders', 210, 'day', 1, 9),
  flow('Phoenix retail-core', 'RETAIL.CUSTOMERS', 'Customer profiles', 208, 'day', 1, 9),
  flow('Phoenix clickstream', 'WEB.PAGE_VIEWS', 'Page views', 140, 'minute', 15, 0.2),
  {
    ...flow('Phoenix stock levels', 'WAREHOUSE.STOCK', 'Stock levels', 60, 'hour', 1, 1),
    lastRun: { state: 'failed', hoursAgo: 1 },
  },
];

/** The table of the demo that is described as a source connection, but that no dataflow uses yet. */
export const demoSource = { connection: 'Phoenix loyalty', table: 'RETAIL.STORES' };

function flow(
  connection: string,
  table: string,
  name: string,
  daysAgo: number,
  frequency: DemoFlow['frequency'],
  interval: number,
  hoursAgo: number,
): DemoFlow {
  return {
    connection,
    table,
    name,
    state: 'enabled',
    daysAgo,
    frequency,
    interval,
    lastRun: { state: 'success', hoursAgo },
  };
}
