import type { ScenarioName } from './scenarios.ts';

/** The title of each scenario for people, by the stage at which it happens. The stages are in their order. */
const titles: Readonly<Record<string, Partial<Record<ScenarioName, string>>>> = {
  'Credentials and permissions': {
    'bad-token': 'Invalid access token',
    'expired-token': 'Expired access token',
    'token-expires': 'Token expires during creation',
    'foreign-token': 'Token of another organization',
    'wrong-api-key': 'Unknown API key',
    'wrong-organization': 'No access to the organization',
    'no-product-profile': 'No product profile',
    'no-permission': 'Read-only permission',
    'forbidden-without-reason': 'Forbidden without a reason',
  },
  'Sandboxes and sources': {
    'sandbox-gone': 'Sandbox deleted',
    'many-sandboxes': 'More than 400 sandboxes',
    'sandboxes-forbidden': 'Sandbox list forbidden',
    'sandboxes-failing': 'Sandbox list fails',
    'sandboxes-rate-limited': 'Sandbox list rate limited',
    'sandboxes-slow': 'Slow sandbox list',
    'spec-withdrawn': 'Source not offered',
    'many-specs': '300 custom sources',
    'spec-new-param': 'Source requires one more value',
    'spec-renamed-param': 'Source renames a value',
    'spec-other-auth-name': 'Source renames its sign-in method',
    'spec-oauth-only': 'Source accepts only OAuth',
    'spec-without-auth': 'Source without a sign-in method',
    'spec-unknown-required': 'Source requires an unknown value',
  },
  'Reaching the database': {
    'unreachable-host': 'Unreachable host',
    'port-closed': 'Closed port',
    'port-filtered': 'Port blocked by a firewall',
    'port-not-encrypted': 'Port without SSL',
    'certificate-expired': 'Expired certificate',
    'certificate-self-signed': 'Self-signed certificate',
    'certificate-other-name': 'Certificate for another host',
    'wrong-path': 'Wrong HTTP path',
  },
  'Signing in and the query server': {
    'wrong-password': 'Wrong password',
    'quoted-password': 'Password repeated in the error',
    kerberos: 'Kerberos required',
    'json-server': 'JSON serialization',
    'not-phoenix': 'Not a query server',
    'server-down': 'Query server down',
    'hbase-down': 'HBase down',
    'cut-answer': 'Database response cut off',
  },
  'Creating the connection': {
    'rate-limited': 'Rate limited',
    'rate-limited-retry-after': 'Rate limited with a wait time',
    'server-error': 'Internal error',
    unavailable: 'Service unavailable',
    'html-page': 'Web page instead of JSON',
    'cut-before': 'Network lost before the request',
    timeout: 'Timeout, nothing created',
  },
  'Lost responses': {
    'timeout-created': 'Timeout, but created',
    'timeout-created-later': 'Timeout, created later',
    'cut-created': 'Network lost, but created',
    'truncated-json': 'Truncated response',
    'other-shape': 'Unknown response format',
    'slow-answer': 'Slow response',
  },
  'Test, edit and delete': {
    'test-false': 'Test fails without a reason',
    'test-refused': 'Test fails with an error',
    'test-times-out': 'Test times out',
    'test-slow': 'Slow test',
    'changed-meanwhile': 'Changed by another user',
    'in-use': 'Used by a dataflow',
  },
  Tables: {
    'no-tables': 'No tables',
    'many-tables': '10,000 tables',
    'unusual-names': 'Unusual names',
  },
};

/** The stage and the title of each scenario, in the order of the stages. */
export const titledScenarios = Object.entries(titles).flatMap(([stage, ofStage]) =>
  Object.entries(ofStage).map(([name, title]) => ({ name, stage, title })),
);
