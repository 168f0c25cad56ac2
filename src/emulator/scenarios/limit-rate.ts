import { gatewayRefusal } from '../refusal.ts';
import type { Act } from './scenario.ts';

const limitMilliseconds = 3000;
const limitPauseMilliseconds = 60_000;

/** Tells the caller when the limit ends. */
export const retryAfter = { 'Retry-After': String(limitMilliseconds / 1000) };

/** Refuses requests for three seconds after the first one, then accepts them for the rest of a minute. */
export function limitRate(name: string, headers: Record<string, string>): Act {
  return (call, operation) => {
    const key = `${name} in ${call.caller.organizationId}`;
    const since = call.memory.get(key) ?? -Infinity;
    const elapsed = call.now - since;
    if (elapsed >= limitMilliseconds && elapsed < limitPauseMilliseconds) return operation(call);
    return {
      answer: gatewayRefusal(429050, headers).toAnswer(call.newId()),
      ...(elapsed >= limitPauseMilliseconds && { remember: { [key]: call.now } }),
    };
  };
}
