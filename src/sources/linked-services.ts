/**
 * The types of linked services in Azure Data Factory, without the version at the end, and their sources. A database
 * that a cloud hosts belongs to the source of its product: Adobe's sample for SQL Server is a server of Azure SQL.
 */
const slugs: ReadonlyMap<string, string> = new Map([
  ['amazonrdsfororacle', 'oracle'],
  ['amazonrdsforsqlserver', 'sql-server'],
  ['amazonredshift', 'amazon-redshift'],
  ['azuredatabricks', 'azure-databricks'],
  ['azuredatabricksdeltalake', 'azure-databricks'],
  ['azuredataexplorer', 'azure-data-explorer'],
  ['azuremariadb', 'maria-db'],
  ['azuremysql', 'mysql'],
  ['azurepostgresql', 'postgre-sql'],
  ['azuresqldatabase', 'sql-server'],
  ['azuresqldw', 'azure-synapse-analytics'],
  ['azuresqlmi', 'sql-server'],
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
