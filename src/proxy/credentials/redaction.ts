import { setImmediate } from 'node:timers/promises';
import { type SecretForms, eraseInSteps, toSecretForms } from './secret-forms.ts';
import type { UpstreamAnswer } from '../upstream/upstream.ts';

/** The number of recent tokens to remove. A token is used for at least 30 s, so these cover the longest answer. */
const mostTokens = 20;

/** Removes the server's own secrets from everything that the server sends. */
export interface Redaction {
  /** Also removes this access token from now on, even after it has been replaced. */
  readonly addToken: (token: string) => void;
  readonly redact: (text: string) => string;
  /**
   * Removes the secrets from the body and the headers. An answer without a secret stays unchanged, byte for byte. A
   * large body is searched in steps, so that other requests are served in between.
   */
  readonly redactAnswer: (answer: UpstreamAnswer) => Promise<UpstreamAnswer>;
}

/** `secrets` are always removed. */
export function createRedaction(secrets: readonly string[]): Redaction {
  const given = secrets.map(toSecretForms);
  const tokens = new Map<string, SecretForms>();

  function redact(text: string): string {
    const bytes = Buffer.from(text);
    const left = finish(eraseInSteps(bytes, [...given, ...tokens.values()]));
    return left === bytes ? text : Buffer.from(left).toString();
  }

  return {
    addToken(token) {
      const forms = tokens.get(token) ?? toSecretForms(token);
      // The token that was added last moves to the end, even if it was already known.
      tokens.delete(token);
      tokens.set(token, forms);
      const [oldest] = tokens.keys();
      if (tokens.size > mostTokens && oldest !== undefined) tokens.delete(oldest);
    },
    redact,
    async redactAnswer({ status, headers, body }) {
      const redacted = Object.entries(headers).map(([name, value]) => [
        name,
        typeof value === 'string' ? redact(value) : value?.map(redact),
      ]);
      return {
        status,
        headers: Object.fromEntries(redacted),
        body: await finishInTurns(eraseInSteps(body, [...given, ...tokens.values()])),
      };
    },
  };
}

function finish<Result>(steps: Generator<undefined, Result>): Result {
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

/** Lets other tasks run after each step. */
async function finishInTurns<Result>(steps: Generator<undefined, Result>): Promise<Result> {
  let step = steps.next();
  while (step.done !== true) {
    await setImmediate();
    step = steps.next();
  }
  return step.value;
}
