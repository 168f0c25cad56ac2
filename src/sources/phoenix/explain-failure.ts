import type { ProviderExplanation } from '../overlay.ts';

/**
 * The meaning of the driver's texts that Flow Service passes on. Adobe does not document these texts. Each is
 * recognized by words that Phoenix's drivers, OpenSSL and gateways use. The first match counts.
 */
const explanations: readonly (ProviderExplanation & { readonly words: RegExp })[] = [
  {
    words: /kerberos|negotiate|spnego/i,
    param: 'username',
    sentence: 'The database requires Kerberos sign-in.',
    advice: 'Adobe signs in with a username and password. Use a server or gateway that accepts them.',
  },
  {
    words: /other than basic/i,
    param: 'username',
    sentence: 'The database requires another sign-in method.',
    advice: 'Adobe signs in with basic authentication. Use a server or gateway that accepts it.',
  },
  {
    words: /\b401\b|unauthori[sz]ed|credential/i,
    param: 'password',
    sentence: 'The database rejected this username and password.',
    advice: 'Check both, re-enter the password, and try again.',
    mayBeUsername: true,
  },
  {
    words: /\b403\b|forbidden/i,
    param: 'username',
    sentence: 'This user doesn’t have permission to use the database.',
    advice: 'Ask the administrator of the database for permission, or enter another user.',
  },
  {
    words: /certificate has expired|certificate.*not yet valid/i,
    param: 'host',
    sentence: 'The certificate of the database has expired or is not yet valid.',
    advice: 'Ask the administrator of the database to renew the certificate.',
  },
  {
    words: /host ?name does(?: not|n't) match|subject alternative/i,
    param: 'host',
    sentence: 'The certificate of the database is for another host name.',
    advice: 'Enter the host name that the certificate is for, not an address or an alias.',
  },
  {
    words: /self.signed|local issuer|PKIX|unable to verify|untrusted/i,
    param: 'enableSsl',
    sentence: 'Adobe does not trust the certificate of the database.',
    advice:
      'Install a certificate from a public certificate authority. Self-signed certificates are not supported by Adobe.',
  },
  {
    words: /does not speak SSL|wrong version number|unsupported or unrecognized ssl/i,
    param: 'enableSsl',
    sentence: 'The database does not use SSL on this port.',
    advice: 'Turn off Enable SSL, or enter the port that uses SSL. On Azure HDInsight it is 443.',
  },
  {
    words: /expects SSL|plain HTTP request was sent to HTTPS/i,
    param: 'enableSsl',
    sentence: 'The database uses SSL on this port.',
    advice: 'Turn on Enable SSL.',
  },
  {
    words: /redirects to HTTPS/i,
    param: 'enableSsl',
    sentence: 'The database redirects from this port to HTTPS.',
    advice: 'Turn on Enable SSL, and enter the port of HTTPS. It is usually 443.',
  },
  {
    words: /\bredirect|\b30[12378]\b/i,
    param: 'httpPath',
    sentence: 'The server redirects to another address.',
    advice: 'Enter the host, port and HTTP path of the query server itself.',
  },
  {
    words: /\bSSL\b|\bTLS\b|handshake/i,
    param: 'enableSsl',
    sentence: 'Adobe could not set up an encrypted connection to the database.',
    advice: 'Check Enable SSL and the port.',
  },
  {
    words: /\b404\b|not found/i,
    param: 'httpPath',
    sentence: 'No Phoenix server found at this HTTP path.',
    advice: 'On Azure HDInsight the path is /hbasephoenix0. On a standalone query server it is /.',
  },
  {
    words: /resolve|unknown ?host|name or service not known/i,
    param: 'host',
    sentence: 'Adobe could not find this host.',
    advice: 'Check the spelling. The name must be known on the internet, not only in your network.',
  },
  {
    words: /connection refused/i,
    param: 'port',
    sentence: 'The server does not accept connections on this port.',
    advice:
      'Check the port, and that the query server is running. The port is 443 on Azure HDInsight and 8765 on a standalone query server.',
  },
  {
    words: /timed? ?out|no route|unreachable/i,
    param: 'host',
    sentence: 'Adobe could not reach this host.',
    advice: 'Check the host and port. Allow Adobe’s IP addresses in your firewall.',
  },
  {
    words: /namespace mapping/i,
    param: null,
    sentence: 'The namespace mapping of the query server differs from that of HBase.',
    advice:
      'Set phoenix.schema.isNamespaceMappingEnabled to the same value on both, and restart the query server.',
  },
  {
    words: /\bERROR 1012\b|42M03|table undefined/i,
    param: null,
    sentence: 'This table does not exist in the database.',
    advice: 'Check its schema and capitalization. Names without quotation marks are uppercase.',
  },
  {
    words: /serialization|protobuf/i,
    param: null,
    sentence: 'The query server uses JSON instead of PROTOBUF.',
    advice: 'Set phoenix.queryserver.serialization to PROTOBUF on the server, and restart it.',
  },
  {
    words: /\b50[234]\b|bad gateway/i,
    param: null,
    sentence: 'The gateway could not reach the query server.',
    advice: 'Check that the query server behind the gateway is running.',
  },
  {
    words:
      /not (?:one of|from) a phoenix query server|did not (?:answer|respond) with HTTP|unexpected.*(?:html|response)/i,
    param: 'port',
    sentence: 'The server at this port is not a Phoenix Query Server.',
    advice: 'Check the port and HTTP path. The ports of ZooKeeper (2181) and HBase do not work.',
  },
  {
    words: /without an? (?:answer|response)|empty reply/i,
    param: 'port',
    sentence: 'The server at this port closed the connection without a response.',
    advice: 'Check the port and Enable SSL. The port of ZooKeeper (2181) or HBase does not work.',
  },
  {
    words: /closed the connection|connection reset|broken pipe/i,
    param: null,
    sentence: 'The database closed the connection before its response was complete.',
    advice: 'Test the connection again. If the error persists, check the log of the query server.',
  },
];

const unknown: ProviderExplanation = {
  param: 'host',
  sentence: 'Adobe could not connect to this host.',
  advice: 'Check the host, port and HTTP path. Allow Adobe’s IP addresses in your firewall.',
};

/** Explains a text of the database: the invalid param if there is one, the cause, and what to do. */
export function explainPhoenixFailure(detail: string): ProviderExplanation {
  const found = explanations.find(({ words }) => words.test(detail));
  if (found === undefined) return unknown;
  const { words: _words, ...explanation } = found;
  return explanation;
}
