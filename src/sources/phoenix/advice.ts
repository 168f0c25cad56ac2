import type { Advice, ParamAnswers } from '../source.ts';

const isHdInsight = (host: string) => /\.azurehdinsight\.net$/i.test(host);

/** Addresses that mean something only where they are used: loopback, private, link-local (RFC 6890, RFC 4193). */
const localAddress =
  /^(?:localhost|.*\.(?:local|localhost|internal)|127\.[\d.]+|10\.[\d.]+|192\.168\.[\d.]+|172\.(?:1[6-9]|2\d|3[01])\.[\d.]+|169\.254\.[\d.]+|0\.0\.0\.0|\[?::1\]?|\[?f[cd][\da-f]{2}:[\da-f:]*\]?|\[?fe80:[\da-f:]*\]?)$/i;

/** What is worth a second look in the answers about Phoenix. None of it blocks. */
export function advisePhoenix(params: ParamAnswers): readonly Advice[] {
  const host = text(params['host']);
  const port = text(params['port']);
  const httpPath = text(params['httpPath']);
  const password = typeof params['password'] === 'string' ? params['password'] : '';
  const isEncrypted = params['enableSsl'] === true;
  const advice: Advice[] = [];
  if (localAddress.test(host)) {
    advice.push({
      param: 'host',
      message: 'This address is private. Adobe connects from its cloud and can’t reach it.',
      fix: null,
    });
  }
  if (isHdInsight(host) && (port !== '443' || !isEncrypted || !/\d$/.test(httpPath))) {
    advice.push({
      param: 'host',
      message:
        'An HDInsight cluster requires port 443, SSL and a path with a node number, such as /hbasephoenix0.',
      fix: {
        label: 'Use HDInsight settings',
        params: {
          port: '443',
          httpPath: /\d$/.test(httpPath) ? httpPath : '/hbasephoenix0',
          enableSsl: true,
        },
      },
    });
  } else if (port === '443' && !isEncrypted) {
    advice.push({
      param: 'enableSsl',
      message: 'Port 443 requires SSL.',
      fix: { label: 'Turn on SSL', params: { enableSsl: true } },
    });
  }
  if (/^\s|\s$/.test(password)) {
    advice.push({
      param: 'password',
      message: 'The password starts or ends with a space. If this is a mistake, remove the space.',
      fix: null,
    });
  }
  return advice;
}

function text(answer: ParamAnswers[string] | undefined): string {
  return typeof answer === 'string' ? answer.trim() : '';
}
