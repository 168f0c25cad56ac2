import { manyTables } from '../tables/many-tables.ts';
import { sampleTables } from '../tables/sample-tables.ts';
import { unusualTables } from '../tables/unusual-tables.ts';
import type { ClusterDatabase } from './answer-request.ts';
import type { CertificateFault } from './certificates.ts';

/** A host of the sample cluster: what its database holds, and what is misconfigured on the way to it. */
export interface SampleHost extends ClusterDatabase {
  readonly certificateFault: CertificateFault;
  /** Which connections the port takes. */
  readonly encryption: 'either' | 'never' | 'always';
  /** Paths that lead to the query server; null: all of them, as a query server itself has it. */
  readonly path: RegExp | null;
  readonly signIn: 'any' | 'notAsked' | 'refused' | 'kerberos';
  /** Who is let in; null: whoever brings a user name and a password. */
  readonly user: { readonly username: string; readonly password: string } | null;
  readonly answer: 'protobuf' | 'json' | 'html' | 'gatewayError' | 'never' | 'none' | 'cut';
  /** Milliseconds that opening a connection takes. */
  readonly delay: number;
  /** Milliseconds that the local Flow Service waits for an answer. */
  readonly waitTimeout: number;
  /** What keeps a connection from being opened at all. */
  readonly network: 'open' | 'refused' | 'silent';
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

/** By the first label of their names, below `.example`. */
const hosts: Readonly<Record<string, Partial<SampleHost>>> = {
  'test-refused': { signIn: 'refused' },
  slow: { delay: 12_000 },
  'no-tables': { tables: [] },
  'many-tables': { tables: manyTables },
  'unusual-names': { tables: unusualTables },
  'port-closed': { network: 'refused' },
  'port-filtered': { network: 'silent' },
  'port-not-encrypted': { encryption: 'never' },
  'port-encrypted': { encryption: 'always' },
  'certificate-expired': { certificateFault: 'expired', encryption: 'always' },
  'certificate-self-signed': { certificateFault: 'selfSigned', encryption: 'always' },
  'certificate-other-name': { certificateFault: 'otherName', encryption: 'always' },
  'wrong-path': { path: /^\/never$/ },
  'no-sign-in': { signIn: 'notAsked' },
  kerberos: { signIn: 'kerberos' },
  'json-server': { answer: 'json' },
  'not-phoenix': { answer: 'html' },
  'server-down': { answer: 'gatewayError' },
  // Adobe’s own limit is not known, and nobody who watches a demo waits for 20 seconds.
  'hbase-down': { answer: 'never', waitTimeout: 2000 },
  'cut-answer': { answer: 'cut' },
  'old-version': { version: '4.7' },
};

/** Names that are nobody's (RFC 2606, RFC 6761), and the clusters of Azure HDInsight: a demo password must not reach a stranger. */
export function isSampleName(host: string): boolean {
  return /(?:^|\.)(?:example|test|invalid|example\.(?:com|net|org)|azurehdinsight\.net)$/i.test(host);
}

/** What answers under this name and port. */
export function findSampleHost(host: string, port: number): SampleHost {
  const name = host.toLowerCase();
  if (name.endsWith('.azurehdinsight.net')) {
    // The gateway of HDInsight answers at one port only; the others are filtered.
    const network = port === 443 ? 'open' : 'silent';
    return { ...sampleHost, network, encryption: 'always', path: gatewayPath };
  }
  return { ...sampleHost, ...hosts[name.replace(/\.example$/, '')] };
}
