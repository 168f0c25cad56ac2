import { readServer } from '../sources/read-server.ts';
import { isSecretParam } from '../sources/secrets.ts';
import { type Source, formParams } from '../sources/source.ts';
import { holdsExpression, isPlaceholder } from '../text/placeholders.ts';
import { cleanEdges } from '../text/clean-edges.ts';
import type { ConnectionChoice } from './import-result.ts';

/** What a connection without a name is called. */
const unnamed = 'Connection';

/** One of several connections of the source in a text. */
export interface ListedConnection {
  readonly name: string;
  /** The server, account or project that it leads to; null when the text does not say it. */
  readonly target: string | null;
  /** null when the text does not name one. */
  readonly authMethod: string | null;
}

/** Describes a connection of a text for a choice among several. */
export function listConnection(
  name: unknown,
  auth: { readonly specName?: unknown; readonly params: Readonly<Record<string, unknown>> },
  source: Source,
): ListedConnection {
  return {
    name: typeof name === 'string' && name.trim() !== '' ? cleanEdges(name) : unnamed,
    target: readTarget(auth.params, source),
    authMethod: typeof auth.specName === 'string' ? auth.specName : null,
  };
}

/**
 * The target of a connection, whatever auth method it has: the server that its address or connection string names, or
 * else the first value that is no secret, such as a project.
 */
function readTarget(params: Readonly<Record<string, unknown>>, source: Source): string | null {
  const addresses = [
    source.address,
    source.endpoint?.host,
    ...source.authMethods.map(({ endpoint }) => endpoint?.host),
  ].flatMap((name) => (typeof name === 'string' ? [name.replace(/:.*/, '')] : []));
  const others = source.authMethods.flatMap((method) =>
    formParams(method)
      .filter((param) => param.control === 'text' && !isSecretParam(param))
      .map(({ name }) => name),
  );
  const texts = [...new Set(addresses)].flatMap((name) => toServerName(params[name]));
  const names = others.flatMap((name) => toPlainName(params[name]));
  return texts[0] ?? (addresses.length === 0 ? names[0] : undefined) ?? null;
}

function toServerName(value: unknown): readonly string[] {
  if (typeof value !== 'string') return [];
  return toPlainName(readServer(value)?.host ?? value);
}

/** Only what looks like a name is shown, because a text in its place may contain a secret. */
function toPlainName(value: unknown): readonly string[] {
  if (typeof value !== 'string') return [];
  const text = value.trim();
  const isName = /^[\p{L}\p{N}_.:\\-]{1,253}$/u.test(text);
  return isName && !isPlaceholder(text) && !holdsExpression(text, 'grammar') ? [text] : [];
}

/**
 * Tells connections with the same name apart by their targets, and by their places in the text only where the targets
 * are the same, too. A name or target that contains a secret is not shown.
 */
export function tellApart(
  connections: readonly ListedConnection[],
  holdsSecret: (text: string) => boolean,
): readonly ConnectionChoice[] {
  const shown = connections.map(({ name, target, authMethod }) => ({
    name: holdsSecret(name) ? unnamed : name,
    target: target !== null && holdsSecret(target) ? null : target,
    authMethod,
  }));
  // The names of hosts have no case.
  const keyOf = ({ name, target }: (typeof shown)[number]) => JSON.stringify([name, target?.toLowerCase()]);
  const named = countBy(shown, ({ name }) => name);
  const targeted = countBy(shown, keyOf);
  return shown.map((one, index) => {
    const { name, target, authMethod } = one;
    const isNameShared = (named.get(name) ?? 0) > 1;
    const isTargetShared = (targeted.get(keyOf(one)) ?? 0) > 1;
    const details = [
      ...(isNameShared && target !== null ? [target] : []),
      ...(isTargetShared ? [String(index + 1)] : []),
    ];
    return { name, details, authMethod };
  });
}

function countBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return counts;
}
