import { phoenix } from './phoenix/phoenix.ts';
import type { SourceDescription } from './source.ts';

/** One source of the catalogue. Its description is loaded when it is needed. */
export interface SourceEntry {
  readonly slug: string;
  readonly name: string;
  readonly category: string;
  readonly specId: string;
  readonly load: () => Promise<SourceDescription>;
}

/** Every built-in source: Phoenix first, then the other databases by name. */
export const sourceIndex: readonly SourceEntry[] = [
  entry(phoenix.slug, phoenix.name, phoenix.connectionSpec.id),
  entry('amazon-redshift', 'Amazon Redshift', '3416976c-a9ca-4bba-901a-1f08f66978ff'),
  entry('cassandra', 'Apache Cassandra', 'a8f4d393-1a6b-43f3-931f-91a16ed857f4'),
  entry('hive', 'Apache Hive on HDInsights', 'aac9bbd4-6c01-46ce-b47e-51c6f0f6db3f'),
  entry('spark', 'Apache Spark on HDInsights', '6a8d82bc-1caf-45d1-908d-cadabc9d63a6'),
  entry('azure-data-explorer', 'Azure Data Explorer', '0479cc14-7651-4354-b233-7480606c2ac3'),
  entry('azure-databricks', 'Azure Databricks', 'e9d7ec6b-0873-4e57-ad21-b3a7c65e310b'),
  entry('azure-synapse-analytics', 'Azure Synapse Analytics', 'a49bcc7d-8038-43af-b1e4-5a7a089a7d79'),
  entry('azure-table-storage', 'Azure Table Storage', 'ecde33f2-c56f-46cc-bdea-ad151c16cd69'),
  entry('couchbase', 'Couchbase', '1fe283f6-9bec-11ea-bb37-0242ac130002'),
  entry('google-big-query', 'Google BigQuery', '3c9b37f8-13a6-43d8-bad3-b863b941fedd'),
  entry('greenplum', 'Greenplum', '37b6bf40-d318-4655-90be-5cd6f65d334b'),
  entry('vertica', 'HP Vertica', 'a8b6a1a4-5735-42b4-952c-85dce0ac38b5'),
  entry('ibm-db2', 'IBM DB2', '09182899-b429-40c9-a15a-bf3ddbc8ced7'),
  entry('maria-db', 'MariaDB', '3000eb99-cd47-43f3-827c-43caf170f015'),
  entry('sql-server', 'Microsoft SQL Server', '1f372ff9-38a4-4492-96f5-b9a4e4bd00ec'),
  entry('mysql', 'MySQL', '26d738e0-8963-47ea-aadf-c60de735468a'),
  entry('oracle', 'Oracle', 'd6b52d86-f0f8-475f-89d4-ce54c8527328'),
  entry('postgre-sql', 'PostgreSQL', '74a1c565-4e59-48d7-9d67-7c03b8a13137'),
  entry('snowflake', 'Snowflake', 'b2e08744-4f1a-40ce-af30-7abac3e23cf3'),
  entry('snowflake-streaming', 'Snowflake Streaming', '51ae16c2-bdad-42fd-9fce-8d5dfddaf140'),
  entry('teradata-vantage', 'Teradata Vantage', '2fa8af9c-2d1a-43ea-a253-f00a00c74412'),
];

/** The entry of a connection spec; undefined for a spec without a built-in description. */
export function findEntry(specId: string): SourceEntry | undefined {
  return sourceIndex.find((one) => one.specId === specId);
}

/** The entry of a page address; undefined for a source without a built-in description. */
export function findEntryBySlug(slug: string): SourceEntry | undefined {
  return sourceIndex.find((one) => one.slug === slug);
}

function entry(slug: string, name: string, specId: string): SourceEntry {
  return { slug, name, category: 'Databases', specId, load: () => loadDescription(slug) };
}

/** All descriptions are one small file, because the pages of connections need all of them. */
async function loadDescription(slug: string): Promise<SourceDescription> {
  if (slug === phoenix.slug) return phoenix;
  const { builtInSources } = await import('./built-in-sources.ts');
  const found = builtInSources.find((source) => source.slug === slug);
  if (found === undefined) throw new Error(`built-in-sources.ts has no source ${slug}.`);
  return found;
}
