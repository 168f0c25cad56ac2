import type { Sandbox } from '../flow-service/schemas/sandbox.ts';
import { shorten } from '../ui/display-text.ts';

/** A sandbox without a state counts as active, because the service lists only active ones (OAS-SB). */
export function isUsableSandbox({ state = 'active' }: Sandbox): boolean {
  return state.toLowerCase() === 'active';
}

/** `Sales · production, default · VA7`, as far as it is known. */
export function describeSandbox({ title, type, region, isDefault }: Sandbox): string {
  return [title, isDefault === true ? `${type ?? ''}, default`.replace(/^, /, '') : type, region]
    .flatMap((part) => (part === undefined || part === '' ? [] : [shorten(part, 100)]))
    .join(' · ');
}
