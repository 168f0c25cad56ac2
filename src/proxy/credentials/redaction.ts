import { createEraser } from './secret-forms.ts';
import type { UpstreamAnswer } from '../upstream/upstream.ts';

/** Tokens that are still looked for: none is replaced within 30 s, so that these cover the longest answer. */
const mostTokens = 20;

/** Takes the server's own secrets out of whatever leaves it. */
export interface Redaction {
  /** Looks for this access token too from now on, also after others have replaced it. */
  readonly addToken: (token: string) => void;
  readonly redact: (text: string) => string;
  /** In its body and in its headers. What holds no secret stays as it is, byte for byte. */
  readonly redactAnswer: (answer: UpstreamAnswer) => UpstreamAnswer;
}

/** `secrets` are looked for always. */
export function createRedaction(secrets: readonly string[]): Redaction {
  const erasers = secrets.map(createEraser);
  const tokenErasers = new Map<string, (text: string) => string>();

  const redact = (text: string) =>
    [...erasers, ...tokenErasers.values()].reduce((left, erase) => erase(left), text);

  return {
    addToken(token) {
      // The one that was added last comes last, also when it was known already.
      tokenErasers.delete(token);
      tokenErasers.set(token, createEraser(token));
      const [oldest] = tokenErasers.keys();
      if (tokenErasers.size > mostTokens && oldest !== undefined) tokenErasers.delete(oldest);
    },
    redact,
    redactAnswer({ status, headers, body }) {
      // One character for each byte, whatever the body is.
      const text = Buffer.from(body).toString('latin1');
      const left = redact(text);
      return {
        status,
        headers: Object.fromEntries(
          Object.entries(headers).map(([name, value]) => [
            name,
            typeof value === 'string' ? redact(value) : value?.map(redact),
          ]),
        ),
        body: left === text ? body : Buffer.from(left, 'latin1'),
      };
    },
  };
}
