import { findOverlay } from '../../sources/find-overlay.ts';
import { readServer } from '../../sources/read-server.ts';
import type { Fix } from '../../sources/advice.ts';
import { type ParamAnswers, type Source, findParam } from '../../sources/source.ts';
import { shorten } from '../../ui/display-text.ts';
import type { Hop } from './check-state.ts';

/** A correction of the answers for a failed hop, or null when only the user can decide. */
export function findFix(source: Source, { reason, facts }: Hop, params: ParamAnswers): Fix | null {
  const { endpoint } = source;
  if (endpoint === null || reason === null) return null;
  const { host, port } = endpoint;
  // Some sources have a choice or a text for it, whose values only their documentation knows.
  const encryption = findSwitch(source, endpoint.encryption);
  if (reason === 'portEncrypted' && encryption !== null) {
    return { label: 'Turn on SSL', params: { [encryption]: true } };
  }
  if (reason === 'redirectedToHttps' && encryption !== null && facts.httpsPort !== undefined) {
    return {
      label: `Use SSL and port ${facts.httpsPort}`,
      params: { [encryption]: true, ...(port !== null && { [port]: String(facts.httpsPort) }) },
    };
  }
  if (reason === 'portNotEncrypted' && encryption !== null) {
    return { label: 'Turn off SSL', params: { [encryption]: false } };
  }
  if (reason === 'certificateForOtherName') {
    const name = (facts.certificate?.names ?? []).find(isHostName);
    // A URL or a connection string says more than the host.
    const isHostAlone = readServer(String(params[host] ?? ''))?.host === String(params[host] ?? '').trim();
    if (name !== undefined && isHostAlone)
      return { label: `Use ${shorten(name, 60)}`, params: { [host]: name } };
  }
  return findOverlay(source)?.fixCheck(reason, params) ?? null;
}

function findSwitch(source: Source, name: string | null): string | null {
  return name !== null && findParam(source, name)?.control === 'switch' ? name : null;
}

/** A wildcard is no host. An address in a certificate is rarely what users want to enter. */
function isHostName(name: string): boolean {
  return /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*$/i.test(name) && name.length <= 253;
}
