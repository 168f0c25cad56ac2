import type { Fact } from './fact.ts';
import { connectionFacts } from './facts/connection-facts.ts';
import { gatewayFacts } from './facts/gateway-facts.ts';
import { namedConnectionFacts } from './facts/named-connection-facts.ts';
import { specFacts } from './facts/spec-facts.ts';
import { tokenFacts } from './facts/token-facts.ts';

/**
 * Every fact of docs/flow-service.md that is inferred, unknown or in conflict, and that a request that only reads can
 * answer.
 */
export const facts = {
  ...tokenFacts,
  ...gatewayFacts,
  ...specFacts,
  ...connectionFacts,
  ...namedConnectionFacts,
} as const satisfies Record<string, Fact>;

export type FactName = keyof typeof facts;
