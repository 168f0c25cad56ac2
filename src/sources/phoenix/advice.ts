import { isPrivateAddress } from '../private-address.ts';
import type { Advice, Fix } from '../advice.ts';
import type { ParamAnswers } from '../source.ts';

const isHdInsight = (host: string) => /\.azurehdinsight\.net$/i.test(host);

/** Names that are valid only on the local machine or network (RFC 6761, RFC 6762). */
const localName = /^(?:localhost|.*\.(?:local|localhost|internal))$/i;

/** Advice about the answers for Phoenix. It never blocks the user. */
export function advisePhoenix(params: ParamAnswers): readonly Advice[] {
  const host = text(params['host']);
  const port = text(params['port']);
  const httpPath = text(params['httpPath']);
  const isEncrypted = params['enableSsl'] === true;
  const advice: Advice[] = [];
  if (localName.test(host) || isPrivateAddress(host)) {
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
  return advice;
}

/** The gateway of HDInsight listens on one port and one kind of path only. */
export function fixPhoenixCheck(reason: string, params: ParamAnswers): Fix | null {
  if (!isHdInsight(text(params['host']))) return null;
  if (/^(?:connectionRefused|connectTimedOut)$/.test(reason) && text(params['port']) !== '443') {
    return { label: 'Use port 443', params: { port: '443' } };
  }
  return reason === 'pathNotFound' && text(params['httpPath']) !== '/hbasephoenix0'
    ? { label: 'Use /hbasephoenix0', params: { httpPath: '/hbasephoenix0' } }
    : null;
}

function text(answer: ParamAnswers[string] | undefined): string {
  return typeof answer === 'string' ? answer.trim() : '';
}
