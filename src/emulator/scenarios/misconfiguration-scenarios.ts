import { type Scenario, atHost, visit } from './scenario.ts';

/**
 * Misconfigurations between Adobe and a database. Each is a host of the sample cluster and becomes visible in a
 * connection test.
 */
export const misconfigurationScenarios = [
  misconfiguration('port-closed', 'The database port is closed.'),
  misconfiguration('port-filtered', 'A firewall blocks the database port.'),
  misconfiguration('port-not-encrypted', 'SSL is on, but the database port does not use SSL.'),
  misconfiguration('certificate-expired', 'The certificate of the database has expired.'),
  misconfiguration('certificate-self-signed', 'The database has a self-signed certificate.'),
  misconfiguration('certificate-other-name', 'The certificate of the database is for another host name.'),
  misconfiguration('wrong-path', 'The HTTP path does not exist on the gateway.'),
  misconfiguration('kerberos', 'The database requires Kerberos instead of a password.'),
  misconfiguration('json-server', 'The query server uses JSON serialization.'),
  misconfiguration('not-phoenix', 'The port serves a web page, not a query server.'),
  misconfiguration('server-down', 'The gateway responds, but the query server behind it does not.'),
  misconfiguration('hbase-down', 'The query server does not respond because HBase is down.'),
  misconfiguration('cut-answer', 'The connection to the database is lost in the middle of a response.'),
] as const satisfies readonly Scenario[];

function misconfiguration<const Name extends string>(name: Name, description: string) {
  return {
    ...atHost(name),
    description,
    on: ['testConnection', 'exploreConnection'],
    everywhere: false,
    act: visit(`${name}.example`),
  } as const satisfies Scenario;
}
