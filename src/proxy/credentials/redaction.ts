import { setImmediate } from 'node:timers/promises';
import { type SecretForms, eraseInSteps, toSecretForms } from './secret-forms.ts';
import type { UpstreamAnswer } from '../upstream/upstream.ts';

/** Tokens that are still looked for: none is replaced within 30 s, so that these cover the longest answer. */
const mostTokens = 20;

/** Takes the server's own secrets out of whatever leaves it. */
export interface Redaction {
  /** Looks for this access token too from now on, also after others have replaced it. */
  readonly addToken: (token: string) => void;
  readonly redact: (text: string) => string;
  /**
   * In its body and in its headers. What holds no secret stays as it is, byte for byte. A large body is looked through
   * bit by bit, so that others are served in between.
   */
  readonly redactAnswer: (answer: UpstreamAnswer) => Promise<UpstreamAnswer>;
}

/** `secrets` are looked for always. */
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
      // The one that was added last comes last, also when it was known already.
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

/** Lets everybody else have a turn after each step. */
async function finishInTurns<Result>(steps: Generator<undefined, Result>): Promise<Result> {
  let step = steps.next();
  while (step.done !== true) {
    await setImmediate();
    step = steps.next();
  }
  return step.value;
}
