import { jsonControl } from '../json-param.ts';
import { isSecretParam } from '../secrets.ts';
import type { AuthMethod, Param, SourceDescription } from '../source.ts';
import { deriveEndpoint } from '../derive-endpoint.ts';
import { describeChange, mergeParam } from './merge-param.ts';
import { type LiveMethod, type LiveSpec, readConnectionSpec } from './read-spec.ts';
import { toPlainText } from './read-value.ts';

export interface LiveSource {
  readonly source: SourceDescription;
  /** Whether the answer could be used. If not, the source is the built-in one. */
  readonly isLive: boolean;
  /** What differs from the built-in description, one sentence each. */
  readonly differences: readonly string[];
  /** What the form cannot show in a separate field, one sentence each. */
  readonly notes: readonly string[];
}

/** Lays the answer of `GET /connectionSpecs/{id}` over a built-in source. */
export function overlaySpec(builtIn: SourceDescription, answer: unknown): LiveSource {
  const live = readConnectionSpec(answer);
  const [first, ...others] = live?.methods ?? [];
  if (live === null || first === undefined) {
    const sentence = `Adobe’s definition of ${builtIn.name} cannot be used. The form uses the documented values.`;
    return { source: builtIn, isLive: false, differences: [sentence], notes: [] };
  }
  const methods = [first, ...others];
  const overlaid = overlayMethod(builtIn, live, first);
  const rest = others.map((method) => overlayMethod(builtIn, live, method));
  const all = [overlaid, ...rest];
  const used = new Set(all.map(({ origin }) => origin));
  const gone = builtIn.authMethods.filter((method) => !used.has(method));
  const secured = withSharedSecrets(
    [overlaid.method, ...rest.map(({ method }) => method)],
    builtIn.authMethods,
  );
  const kept = withoutLostFeatures(builtIn, secured);
  const authMethods = kept.endpoint === null ? withEndpoints(secured, builtIn) : secured;
  const needsConsent = methods.some((method) => method.needsConsent) && !builtIn.remarks.includes('consent');
  return {
    source: {
      ...kept,
      connectionSpec: {
        id: builtIn.connectionSpec.id,
        version: live.version === '' ? builtIn.connectionSpec.version : live.version,
      },
      authMethods,
      remarks: needsConsent ? [...builtIn.remarks, 'consent'] : builtIn.remarks,
    },
    isLive: true,
    differences: [
      ...gone.map(({ label }) => `Adobe no longer offers the authentication ${label}.`),
      ...all.flatMap(({ differences }) => differences),
    ],
    notes: methods.flatMap((method, index) => describeNotes(method, authMethods[index]?.params ?? [])),
  };
}

/** A source that is made from its spec alone; null when the spec has nothing to ask for. */
export function describeSpec(answer: unknown, slug: string): LiveSource | null {
  const live = readConnectionSpec(answer);
  const [first, ...others] = live?.methods ?? [];
  if (live === null || first === undefined || live.id === '') return null;
  const toMethod = ({ specName, params }: LiveMethod): AuthMethod => ({
    specName,
    label: toLabel(specName),
    params: params.map(({ param }) => param),
  });
  const name = live.name === '' ? live.id : live.name;
  return {
    source: {
      slug,
      name,
      shortName: name,
      category: live.category,
      connectionSpec: { id: live.id, version: live.version === '' ? '1.0' : live.version },
      authMethods: withEndpoints(withSharedSecrets([toMethod(first), ...others.map(toMethod)], []), null),
      address: null,
      endpoint: null,
      presetQuestion: null,
      presets: [],
      proposeName: () => '',
      remarks: live.methods.some(({ needsConsent }) => needsConsent) ? ['consent'] : [],
    },
    isLive: true,
    differences: [],
    notes: live.methods.flatMap((method) =>
      describeNotes(
        method,
        method.params.map(({ param }) => param),
      ),
    ),
  };
}

function toLabel(specName: string): string {
  return toPlainText(specName, 100) || 'without a name';
}

interface OverlaidMethod {
  readonly method: AuthMethod;
  /** The built-in method with the same meaning; null when there is none. */
  readonly origin: AuthMethod | null;
  readonly differences: readonly string[];
}

function overlayMethod(builtIn: SourceDescription, live: LiveSpec, written: LiveMethod): OverlaidMethod {
  const { specName } = written;
  const exact = builtIn.authMethods.find((method) => method.specName === specName);
  const isOnlyPair = builtIn.authMethods.length === 1 && live.methods.length === 1;
  const origin = exact ?? (isOnlyPair ? builtIn.authMethods[0] : null);
  if (origin === null) {
    const params = written.params.map(({ param }) => param);
    return {
      method: { specName, label: toLabel(specName), params },
      origin,
      differences: [`Adobe now also offers the authentication ${toLabel(specName)}.`],
    };
  }
  const differences = exact === undefined ? [`The authentication is now named ${toLabel(specName)}.`] : [];
  const matched = new Set<Param>();
  const params = written.params.map((liveParam): Param => {
    const found = findBuiltIn(origin.params, liveParam.param.name, written);
    if (found === undefined) {
      const isRequired = liveParam.param.isRequired ? 'requires' : 'accepts';
      differences.push(`Adobe now also ${isRequired} ${liveParam.param.label}.`);
      return liveParam.param;
    }
    matched.add(found);
    const merged = mergeParam(found, liveParam);
    const change = describeChange(found, merged);
    if (change !== null) differences.push(change);
    return merged;
  });
  const lost = origin.params.filter((param) => !matched.has(param));
  for (const { label } of lost) differences.push(`Adobe no longer accepts ${label}, so it is not sent.`);
  return {
    method: {
      ...origin,
      specName,
      params,
      ...(lost.length > 0 && { lost: [...(origin.lost ?? []), ...lost] }),
    },
    origin,
    differences,
  };
}

/** Matched by the exact name, else by a name that differs only in case and that nothing else has. */
function findBuiltIn(
  params: readonly Param[],
  name: string,
  { params: written }: LiveMethod,
): Param | undefined {
  const exact = params.find((param) => param.name === name);
  if (exact !== undefined) return exact;
  const isSame = (other: string) => other.toLowerCase() === name.toLowerCase();
  const isAlone = written.filter(({ param }) => isSame(param.name)).length === 1;
  return isAlone ? params.find((param) => isSame(param.name)) : undefined;
}

/** What the form of a method leaves out, and which of its params have no better field than JSON. */
function describeNotes({ params: live, notes }: LiveMethod, params: readonly Param[]): readonly string[] {
  const drawn = params.filter(
    ({ control }, index) => control === 'json' && live[index]?.isUndrawable === true,
  );
  return [
    ...drawn.map(({ label }) => `Enter ${label} as JSON. The form has no other field for it.`),
    ...notes,
  ];
}

type Methods = SourceDescription['authMethods'];

/** A text that one method keeps secret must not be shown by another one, which may be a built-in one. */
function withSharedSecrets([first, ...others]: Methods, known: readonly AuthMethod[]): Methods {
  const secrets = new Set(
    [first, ...others, ...known].flatMap(({ params }) =>
      params.filter(isSecretParam).map(({ name }) => name),
    ),
  );
  const protect = (method: AuthMethod): AuthMethod => ({
    ...method,
    params: method.params.map((param) => (secrets.has(param.name) ? toSecret(param) : param)),
  });
  return [protect(first), ...others.map(protect)];
}

function toSecret(param: Param): Param {
  if (isSecretParam(param)) return param;
  const { initial: _, ...bare } = param;
  if (bare.control === 'text' || bare.control === 'multiline' || bare.control === 'choice') {
    return { ...bare, control: 'secret', missing: `Enter ${param.label}.` };
  }
  const control = bare.control === 'json' ? bare : jsonControl('any', param.label);
  return { ...bare, ...control, isSecret: true };
}

/**
 * How the databases of each method are reached, as far as the names of its params say it. A documented source without a
 * server has no endpoint.
 */
function withEndpoints([first, ...others]: Methods, builtIn: SourceDescription | null): Methods {
  const reach = builtIn?.authMethods.map(({ endpoint }) => endpoint?.reach).find(Boolean) ?? null;
  const hasServer = builtIn === null || builtIn.endpoint !== null || reach !== null;
  const locate = (method: AuthMethod): AuthMethod => ({
    ...method,
    endpoint: hasServer ? deriveEndpoint(method, reach) : null,
  });
  return [locate(first), ...others.map(locate)];
}

/** Presets, the address and the connection check need their params, so they are off where one of these is missing. */
function withoutLostFeatures(builtIn: SourceDescription, methods: Methods): SourceDescription {
  const has = (name: string) => methods.every(({ params }) => params.some((param) => param.name === name));
  const areKept = builtIn.presets.every(({ params }) => Object.keys(params).every(has));
  const { protocol: _, reach: __, ...roles } = builtIn.endpoint ?? { protocol: 'none' };
  const hasEndpoint = Object.values(roles).every((name: string | null) => name === null || has(name));
  return {
    ...builtIn,
    address: builtIn.address !== null && has(builtIn.address) ? builtIn.address : null,
    endpoint: hasEndpoint ? builtIn.endpoint : null,
    presets: areKept ? builtIn.presets : [],
    presetQuestion: areKept ? builtIn.presetQuestion : null,
  };
}
