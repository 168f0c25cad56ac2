import { bigquery } from './catalog/bigquery.ts';
import { cassandra } from './catalog/cassandra.ts';
import { couchbase } from './catalog/couchbase.ts';
import { dataExplorer } from './catalog/data-explorer.ts';
import { databricks } from './catalog/databricks.ts';
import { db2 } from './catalog/db2.ts';
import { greenplum } from './catalog/greenplum.ts';
import { hive } from './catalog/hive.ts';
import { mariadb } from './catalog/mariadb.ts';
import { mysql } from './catalog/mysql.ts';
import { oracle } from './catalog/oracle.ts';
import { postgresql } from './catalog/postgresql.ts';
import { redshift } from './catalog/redshift.ts';
import { snowflakeStreaming } from './catalog/snowflake-streaming.ts';
import { snowflake } from './catalog/snowflake.ts';
import { spark } from './catalog/spark.ts';
import { sqlServer } from './catalog/sql-server.ts';
import { synapse } from './catalog/synapse.ts';
import { tableStorage } from './catalog/table-storage.ts';
import { teradata } from './catalog/teradata.ts';
import { vertica } from './catalog/vertica.ts';
import { phoenix } from './phoenix/phoenix.ts';
import type { SourceDescription } from './source.ts';

/**
 * The descriptions of all sources in the order of the index, for pages that show connections of any source. The wizard
 * loads only what it needs.
 */
export const builtInSources: readonly [SourceDescription, ...SourceDescription[]] = [
  phoenix,
  redshift,
  cassandra,
  hive,
  spark,
  dataExplorer,
  databricks,
  synapse,
  tableStorage,
  couchbase,
  bigquery,
  greenplum,
  vertica,
  db2,
  mariadb,
  sqlServer,
  mysql,
  oracle,
  postgresql,
  snowflake,
  snowflakeStreaming,
  teradata,
];
