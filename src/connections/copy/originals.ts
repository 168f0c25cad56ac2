import type { Connection } from '../../flow-service/schemas/connection.ts';
import type { SourceAnswers } from '../../source-form/answers/source-answers.ts';
import { sentOnce } from '../../sources/catalog/params.ts';
import { secretParams } from '../../sources/secrets.ts';
import { type AuthMethod, type Param, type Source, toWord } from '../../sources/source.ts';
import { indexTargets } from '../find-same-target.ts';
import { withoutFields } from '../with-secrets.ts';
import { type ShownNames, findName } from './name-apart.ts';

/** A connection that can be copied, and its source. */
export interface Original {
  readonly connection: Connection;
  readonly source: Source;
}

/** A connection that cannot be copied, and why. */
export interface Excluded {
  readonly connection: Connection;
  readonly reason: string;
}

/** A secret that is entered once, for all connections with the same target and user. */
export interface SharedSecret {
  /** The name of its field in the form of all secrets. */
  readonly field: string;
  readonly param: Param;
  readonly connections: readonly Connection[];
}

/** The secrets of these connections, each once. The names of their fields depend on the order of the connections. */
export function shareSecrets(originals: readonly Original[]): readonly SharedSecret[] {
  const shared: SharedSecret[] = [];
  const taken = new Set<string>();
  const index = indexTargets(originals.map(({ connection }) => connection));
  for (const [place, { connection, source }] of originals.entries()) {
    if (taken.has(connection.id)) continue;
    const same = index.findSameTarget(source, connection).filter(({ id }) => !taken.has(id));
    const connections = [connection, ...same];
    for (const { id } of connections) taken.add(id);
    for (const [number, param] of secretParams(source).entries()) {
      shared.push({ field: `secret${place}_${number}`, param, connections });
    }
  }
  return shared;
}

/** The secrets that are needed to copy the connections with these IDs. */
export function secretsFor(
  shared: readonly SharedSecret[],
  ids: ReadonlySet<string>,
): readonly SharedSecret[] {
  return shared.flatMap((secret) => {
    const connections = secret.connections.filter(({ id }) => ids.has(id));
    return connections.length === 0 ? [] : [{ ...secret, connections }];
  });
}

/** The secrets of one connection by the names of its params. */
export function readSecretsOf(
  shared: readonly SharedSecret[],
  id: string,
  typed: Readonly<SourceAnswers['params']>,
): SourceAnswers['params'] {
  const own = shared.filter(({ connections }) => connections.some((connection) => connection.id === id));
  return Object.fromEntries(own.map(({ field, param }) => [param.name, typed[field] ?? '']));
}

/** A form of secrets, described as a source with one param for each. */
export function toSecretsForm(secrets: readonly SharedSecret[], names: ShownNames): Source {
  const params = secrets.map(({ field, param, connections }): Param => {
    const ofWhich = `of ${nameAll(connections, names)}`;
    const label = `${param.label} ${ofWhich}`;
    const missing = `Enter the ${toWord(param)} ${ofWhich}.`;
    const width = 'whole';
    const named = { ...withoutFields(param), name: field, label, width } as const;
    if (named.control !== 'secret') return named;
    return { ...named, missing, help: named.help === sentOnce ? sentOften : named.help };
  });
  const authMethod: AuthMethod = { specName: '', label: '', params };
  return {
    slug: '',
    name: 'Secrets',
    shortName: 'Secrets',
    category: '',
    connectionSpec: { id: '', version: '' },
    authMethods: [authMethod],
    authMethod,
    address: null,
    endpoint: null,
    presetQuestion: null,
    presets: [],
    proposeName: () => '',
    remarks: [],
  };
}

/** The help of a password says that it is sent once, but here it may be sent to several sandboxes. */
const sentOften = 'Sent with each copy and never shown again.';

function nameAll([first, ...others]: readonly Connection[], names: ShownNames): string {
  if (first === undefined) return '';
  const { quoted } = findName(names, first);
  return others.length === 0 ? quoted : `${quoted} and ${others.length} more`;
}
