import { type SourceDescription, chooseAuthMethod } from '../source.ts';
import type { Definition } from './definition.ts';
import { type LiveSource, describeSpec, overlaySpec } from './overlay-spec.ts';

const known = new WeakMap<object, Map<SourceDescription | null, Definition | null>>();

/**
 * Lays a spec over a documented source, or makes a source from the spec alone; null when the spec has nothing to ask
 * for. The same arguments give the same definition.
 */
export function defineLive(builtIn: SourceDescription | null, spec: object, slug: string): Definition | null {
  const ofSpec = known.get(spec) ?? new Map<SourceDescription | null, Definition | null>();
  known.set(spec, ofSpec);
  const found = ofSpec.get(builtIn);
  if (found !== undefined) return found;
  const live = builtIn === null ? describeSpec(spec, slug) : overlaySpec(builtIn, spec);
  const definition = live === null ? null : toDefinition(live, spec);
  ofSpec.set(builtIn, definition);
  return definition;
}

function toDefinition({ source, isLive, differences, notes }: LiveSource, spec: object): Definition {
  return { source: chooseAuthMethod(source), spec: isLive ? spec : null, differences, notes };
}
