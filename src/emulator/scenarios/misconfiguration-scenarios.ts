import type { Scenario } from './scenario.ts';

/** What can be wrong between Adobe and a database: each is a host of the sample cluster, and shows when it is tested. */
export const misconfigurationScenarios = [
  misconfiguration('port-closed', 'Nothing listens at the port of the database.'),
  misconfiguration('port-filtered', 'A firewall drops what is sent to the port of the database.'),
  misconfiguration('port-not-encrypted', 'SSL is on, and the port of the database does not speak it.'),
  misconfiguration('certificate-expired', 'The certificate of the database has expired.'),
  misconfiguration('certificate-self-signed', 'The database has a self-signed certificate.'),
  misconfiguration('certificate-other-name', 'The certificate of the database is for another host name.'),
  misconfiguration('wrong-path', 'The gateway in front of the database does not know the HTTP path.'),
  misconfiguration('kerberos', 'The database requires Kerberos instead of a password.'),
  misconfiguration('json-server', 'The query server is set to JSON serialization.'),
  misconfiguration('not-phoenix', 'A web page is served where the query server is expected.'),
  misconfiguration('server-down', 'The gateway answers, and the query server behind it does not.'),
  misconfiguration('hbase-down', 'The query server answers nothing, because HBase behind it is down.'),
  misconfiguration('cut-answer', 'The connection to the database breaks in the middle of an answer.'),
] as const satisfies readonly Scenario[];

function misconfiguration<const Name extends string>(name: Name, description: string) {
  const value: `${Name}.example` = `${name}.example`;
  return {
    name,
    description,
    reachedBy: { field: 'Host', value },
    on: ['testConnection', 'exploreConnection'],
    everywhere: false,
    act: (call, operation) => operation({ ...call, databaseHost: value }),
  } as const satisfies Scenario;
}
