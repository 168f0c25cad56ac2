import type { Cause } from '../overlay.ts';

/** The part of the values that a message of a database is about. */
export type FailureRole =
  | 'host'
  | 'port'
  | 'username'
  | 'password'
  | 'token'
  | 'database'
  | 'encryption'
  | 'tenant'
  | 'principal'
  | 'warehouse'
  | 'cluster';

export interface DatabaseFailure extends Cause {
  /** Words of the message. The first match counts. */
  readonly words: RegExp;
  /** null when no value can correct it. */
  readonly role: FailureRole | null;
}

/**
 * What the messages of drivers mean, which Adobe passes on and does not document. The words and numbers are those of
 * the databases themselves. What names a cause comes before what names a symptom.
 */
export const databaseFailures: readonly DatabaseFailure[] = [
  {
    // PostgreSQL, MySQL (3159), Azure and SQL Server say that a connection without SSL is refused.
    words:
      /no encryption|SSL off|SSL (?:connection )?is required|require_secure_transport|\b3159\b|insecure transport|requires? (?:an )?encrypted/i,
    role: 'encryption',
    sentence: 'The database accepts only encrypted connections.',
    advice: 'Turn on SSL in the values of the connection. See the documentation of the database driver.',
  },
  {
    words: /certificate|PKIX|self.signed|SSL|TLS|handshake/i,
    role: 'encryption',
    sentence: 'Adobe could not set up an encrypted connection to the database.',
    advice:
      'Check the SSL settings, and install a certificate from a public certificate authority. Self-signed certificates are not supported by Adobe.',
  },
  {
    words: /AADSTS(?:90002|900021|900023)|tenant .*not found/i,
    role: 'tenant',
    sentence: 'Microsoft Entra ID does not recognize this tenant.',
    advice: 'Copy the tenant ID from the overview of Microsoft Entra ID.',
  },
  {
    words: /AADSTS(?:700016|7000112)|application .*not found in the directory/i,
    role: 'principal',
    sentence: 'Microsoft Entra ID does not recognize this service principal.',
    advice: 'Copy the application (client) ID, and check that the application is in the same tenant.',
  },
  {
    words: /AADSTS7000(?:215|222)|invalid client secret/i,
    role: 'password',
    sentence: 'Microsoft Entra ID rejected the key of the service principal.',
    advice: 'Create another client secret and enter its value, not its ID. It may have expired.',
  },
  {
    words:
      /invalid_grant|token (?:has been )?(?:expired|revoked)|(?:invalid|expired) (?:access|refresh) token/i,
    role: 'token',
    sentence: 'The token is no longer valid.',
    advice: 'Create another token and enter it.',
  },
  {
    // MySQL 1049, SQL Server 4060, PostgreSQL 3D000, Oracle 12505 and 12514, DB2 1013, Teradata 3802.
    words:
      /unknown database|\b1049\b|cannot open database|\b4060\b|database .*does not exist|3D000|ORA-125(?:05|14)|SQL1013N|\b3802\b|object does not exist.*database/i,
    role: 'database',
    sentence: 'The database does not exist on this server, or this user can’t open it.',
    advice: 'Check the name, including capital letters. List the databases with another program.',
  },
  {
    words: /warehouse/i,
    role: 'warehouse',
    sentence: 'The warehouse does not exist, or this user can’t use it.',
    advice: 'Check its name, and grant the role of the user permission to use it.',
  },
  {
    words: /cluster .*(?:not exist|not found|terminated|state)/i,
    role: 'cluster',
    sentence: 'The cluster does not exist or is not running.',
    advice: 'Check the cluster ID, and start the cluster.',
  },
  {
    // MySQL 1045, SQL Server 18456, PostgreSQL 28P01, Oracle 1017, Snowflake 390100, DB2 30082, Teradata 8017.
    words:
      /access denied|\b1045\b|login failed|\b18456\b|password authentication failed|28P01|ORA-01017|incorrect username or password|390100|SQL30082N|\b8017\b|AuthenticationFailed|authentication fail|bad credentials|invalid credential|\b401\b|unauthori[sz]ed|password.*(?:invalid|incorrect|expired|wrong)|(?:invalid|incorrect|wrong).*password/i,
    role: 'password',
    sentence: 'The database rejected these credentials.',
    advice: 'Check them, re-enter them, and try again.',
    mayBeUsername: true,
  },
  {
    // MySQL 1044 and 1142, SQL Server 229, PostgreSQL 42501, Oracle 1031.
    words:
      /permission denied|insufficient privilege|not authorized|\b403\b|forbidden|ORA-01031|42501|not allowed to connect/i,
    role: 'username',
    sentence: 'This user doesn’t have permission to use the database.',
    advice: 'Ask the administrator of the database for permission, or enter another user.',
  },
  {
    words:
      /unknown ?host|resolve|name or service not known|no such host|ENOTFOUND|getaddrinfo|ORA-12154|network name is no longer/i,
    role: 'host',
    sentence: 'Adobe could not find this server.',
    advice: 'Check the spelling. The name must be known on the internet, not only in your network.',
  },
  {
    words: /connection refused|ECONNREFUSED|ORA-12541|actively refused/i,
    role: 'port',
    sentence: 'The server does not accept connections on this port.',
    advice: 'Check the port, and that the database is running and accepts connections from other computers.',
  },
  {
    // SQL Server and Azure name the address that their firewall blocks.
    words:
      /firewall|pg_hba\.conf|IP address .*not allowed|\b40615\b|ip .*not.*allowed|host .*is (?:not allowed|blocked)/i,
    role: null,
    sentence: 'The database blocks connections from Adobe’s addresses.',
    advice: 'Allow Adobe’s IP addresses in the firewall or the access rules of the database.',
  },
  {
    words:
      /timed? ?out|timeout|no route|unreachable|ORA-12170|network-related|communications link failure|could not connect/i,
    role: 'host',
    sentence: 'Adobe could not reach this server.',
    advice: 'Check its address and port. Allow Adobe’s IP addresses in your firewall.',
  },
  {
    words: /too many connections|\b1040\b|53300|resource limit/i,
    role: null,
    sentence: 'The database has reached its limit of connections.',
    advice: 'Try again later, or increase the limit.',
  },
];
