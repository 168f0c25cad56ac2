import { toHostName } from '../../query-server/dial/host-name.ts';
import { manyTables } from '../tables/many-tables.ts';
import { sampleTables } from '../tables/sample-tables.ts';
import { unusualTables } from '../tables/unusual-tables.ts';
import type { ClusterDatabase } from './answer-request.ts';
import type { CertificateFault } from './certificates.ts';

/** A host of the sample cluster: the content of its database, and what is misconfigured on the way to it. */
export interface SampleHost extends ClusterDatabase {
  readonly certificateFault: CertificateFault;
  /** Which connections the port accepts. */
  readonly encryption: 'either' | 'never' | 'always' | 'alwaysWithoutAlert' | 'redirected';
  /** Paths that lead to the query server. null means all paths, as with a query server without a gateway. */
  readonly path: RegExp | null;
  readonly signIn: 'any' | 'notAsked' | 'refused' | 'forbidden' | 'kerberos';
  /** The accepted user; null accepts any user name and password. */
  readonly user: { readonly username: string; readonly password: string } | null;
  readonly answer:
    | 'protobuf'
    | 'json'
    | 'html'
    | 'gatewayError'
    | 'never'
    | 'none'
    | 'notHttp'
    | 'cut'
    | 'forgotten'
    | 'noCatalog'
    | 'otherNamespaces';
  /** Milliseconds that opening a connection takes. */
  readonly delay: number;
  /** Milliseconds that the local Flow Service waits for an answer. */
  readonly waitTimeout: number;
  /** `unknown`, `refused` and `silent` prevent a connection from being opened. */
  readonly network: 'open' | 'unknown' | 'refused' | 'silent';
}

const sampleHost: SampleHost = {
  tables: sampleTables,
  version: '5.2',
  certificateFault: null,
  encryption: 'either',
  path: null,
  signIn: 'any',
  user: null,
  answer: 'protobuf',
  delay: 0,
  waitTimeout: 20_000,
  network: 'open',
};

const gatewayPath = /^\/hbasephoenix\d+\/?$/;

/** Keyed by the first label of the name, below `.example`. */
const hosts: Readonly<Record<string, Partial<SampleHost>>> = {
  'test-refused': { signIn: 'refused' },
  slow: { delay: 12_000 },
  'no-tables': { tables: [] },
  'many-tables': { tables: manyTables },
  'unusual-names': { tables: unusualTables },
  'no-such-host': { network: 'unknown' },
  'port-closed': { network: 'refused' },
  'port-filtered': { network: 'silent' },
  'port-not-encrypted': { encryption: 'never' },
  'port-encrypted': { encryption: 'always' },
  'port-encrypted-silent': { encryption: 'alwaysWithoutAlert' },
  'port-redirected': { encryption: 'redirected' },
  'certificate-expires-soon': { certificateFault: 'expiresSoon', encryption: 'always' },
  'certificate-not-yet-valid': { certificateFault: 'notYetValid', encryption: 'always' },
  'certificate-untrusted': { certificateFault: 'untrusted', encryption: 'always' },
  'certificate-expired': { certificateFault: 'expired', encryption: 'always' },
  'certificate-self-signed': { certificateFault: 'selfSigned', encryption: 'always' },
  'certificate-other-name': { certificateFault: 'otherName', encryption: 'always' },
  'wrong-path': { path: /^\/never$/ },
  'no-sign-in': { signIn: 'notAsked' },
  'access-forbidden': { signIn: 'forbidden' },
  kerberos: { signIn: 'kerberos' },
  'json-server': { answer: 'json' },
  // ZooKeeper and HBase close the connection; other servers send a greeting.
  'zookeeper-port': { encryption: 'never', answer: 'none', signIn: 'notAsked' },
  'other-protocol': { encryption: 'never', answer: 'notHttp' },
  'not-phoenix': { answer: 'html' },
  'server-down': { answer: 'gatewayError' },
  // Adobe’s own limit is not documented. The demo uses a short one, so that viewers do not have to wait for 20
  // seconds.
  'hbase-down': { answer: 'never', waitTimeout: 2000 },
  'cut-answer': { answer: 'cut' },
  // A balancer without session stickiness: the next request reaches another query server.
  'no-stickiness': { answer: 'forgotten' },
  'no-catalog': { answer: 'noCatalog' },
  'namespace-mapping': { answer: 'otherNamespaces' },
  'old-version': { version: '4.7' },
};

/**
 * Reserved names (RFC 2606, RFC 6761), and the clusters of Azure HDInsight. A demo password must not reach a real
 * server of somebody else.
 */
export function isSampleName(text: string): boolean {
  const host = toHostName(text);
  return /(?:^|\.)(?:example|test|invalid|example\.(?:com|net|org)|azurehdinsight\.net)\.?$/i.test(host);
}

/** The sample host under this name and port. */
export function findSampleHost(host: string, port: number): SampleHost {
  const name = toHostName(host).replace(/\.$/, '');
  if (name.endsWith('.azurehdinsight.net')) {
    // The gateway of HDInsight listens on one port only. A firewall drops connections to the others.
    const network = port === 443 ? 'open' : 'silent';
    return { ...sampleHost, network, encryption: 'always', path: gatewayPath };
  }
  return { ...sampleHost, ...hosts[name.replace(/\.example$/, '')] };
}
