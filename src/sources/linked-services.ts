/** The types of linked services in Azure Data Factory, without the version at the end, and their sources. */
const slugs: ReadonlyMap<string, string> = new Map([
  ['amazonredshift', 'amazon-redshift'],
  ['azuredatabricks', 'azure-databricks'],
  ['azuredatabricksdeltalake', 'azure-databricks'],
  ['azuredataexplorer', 'azure-data-explorer'],
  ['azuresqldw', 'azure-synapse-analytics'],
  ['azuretablestorage', 'azure-table-storage'],
  ['cassandra', 'cassandra'],
  ['couchbase', 'couchbase'],
  ['db2', 'ibm-db2'],
  ['googlebigquery', 'google-big-query'],
  ['greenplum', 'greenplum'],
  ['hive', 'hive'],
  ['mariadb', 'maria-db'],
  ['mysql', 'mysql'],
  ['oracle', 'oracle'],
  ['phoenix', 'phoenix'],
  ['postgresql', 'postgre-sql'],
  ['snowflake', 'snowflake'],
  ['spark', 'spark'],
  ['sqlserver', 'sql-server'],
  ['teradata', 'teradata-vantage'],
  ['vertica', 'vertica'],
]);

/** The source of a linked service; undefined for a type that belongs to none. */
export function findLinkedSource(type: string): string | undefined {
  return slugs.get(type.toLowerCase().replace(/v\d$/, ''));
}
