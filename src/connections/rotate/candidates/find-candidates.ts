import type { Connection } from '../../../flow-service/schemas/connection.ts';
import { secretParams } from '../../../sources/secrets.ts';
import type { Source } from '../../../sources/source.ts';
import { describeParam } from '../../describe-param.ts';
import { isTargetReadable, leadsToSame, readableParams } from '../../find-same-target.ts';
import { isTrialName } from '../../trials/trial-name.ts';
import { whyNotCopied } from '../../why-not-copied.ts';
import { type SignIn, findEndpoint, isSameUser, readSignIn } from './sign-in.ts';

/** A connection that can get the same new secret. */
export interface Candidate {
  readonly connection: Connection;
  readonly source: Source;
  /** How it differs from the connection whose secret is replaced; empty when both lead to the same target. */
  readonly difference: string;
  readonly isPreselected: boolean;
}

export interface Candidates {
  /** The model is the first one, and those that are not preselected are the last. */
  readonly offered: readonly Candidate[];
  /** Connections with the same host and user that cannot be changed, and why in a sentence. */
  readonly fixed: readonly { readonly connection: Connection; readonly reason: string }[];
  /** Those that have the name of a temporary connection, which will be deleted and needs no new secret. */
  readonly trials: readonly Connection[];
  /** What the connections have in common: the host and user or, where these are not readable, all readable settings. */
  readonly common: 'hostAndUser' | 'settings';
}

/**
 * The connections that can get the same new secret: those with the same host and user, of any source. Where nothing
 * readable says the host and the user, those with the same target or, where nothing is readable at all, all of the same
 * source and auth method, of which the user selects.
 * @param connections The model is one of them.
 * @param sourceOf The source of a connection of another spec or auth method; null when it is not known.
 */
export function findCandidates(
  source: Source,
  model: Connection,
  connections: readonly Connection[],
  sourceOf: (connection: Connection) => Source | null,
): Candidates {
  const signIn = readSignIn(source, model);
  const isReadable = isTargetReadable(source, model);
  const found: Candidate[] = [];
  const fixed: Candidates['fixed'][number][] = [];
  const trials: Connection[] = [];
  for (const connection of connections) {
    const isModel = connection.id === model.id;
    const own = isSameKind(model, connection) ? source : sourceOf(connection);
    const ownSignIn = readSignIn(own, connection);
    const isFound =
      isModel ||
      (signIn === null
        ? isSameKind(model, connection) &&
          (isReadable ? leadsToSame(source, model, connection) : !isTargetReadable(source, connection))
        : isSameUser(signIn, ownSignIn));
    if (!isFound) continue;
    if (!isModel && isTrialName(connection.name)) {
      trials.push(connection);
      continue;
    }
    const reason = isModel ? null : whyNotChanged(source, own, connection);
    if (reason !== null) {
      fixed.push({ connection, reason });
    } else {
      found.push({
        connection,
        source: own ?? source,
        difference: isReadable ? describeDifference(source, model, own ?? source, connection) : '',
        isPreselected:
          isModel ||
          (signIn === null ? isReadable : hasSamePort(signIn, ownSignIn, isSameKind(model, connection))),
      });
    }
  }
  const rankOf = ({ connection: { id }, isPreselected }: Candidate) =>
    id === model.id ? 0 : isPreselected ? 1 : 2;
  // Those at the end may be hidden at first.
  return {
    offered: found.toSorted((one, other) => rankOf(one) - rankOf(other)),
    fixed,
    trials,
    common: signIn === null ? 'settings' : 'hostAndUser',
  };
}

/** Whether two connections have the same params. */
export function isSameKind(one: Pick<Connection, 'auth' | 'connectionSpec'>, other: typeof one): boolean {
  return one.connectionSpec.id === other.connectionSpec.id && one.auth?.specName === other.auth?.specName;
}

/** A change replaces all params, so every one of them must be known and valid. The name and description are not changed. */
function whyNotChanged(source: Source, own: Source | null, connection: Connection): string | null {
  const reason = whyNotCopied(own, { ...connection, name: 'unchanged', description: '' });
  if (reason !== null || own === null || own === source) return reason;
  const isPassword = findPassword(source) !== null && findPassword(own) !== null;
  return isPassword ? null : 'It signs in with more than a password.';
}

/** The param with the password of the user, if it is the only secret; null otherwise. */
export function findPassword(source: Source): string | null {
  const [first, ...others] = secretParams(source);
  const isOnly = first !== undefined && others.length === 0;
  return isOnly && first.name === findEndpoint(source)?.password ? first.name : null;
}

/**
 * One port of a host is one server or one gateway, where each user has one password: schemas, databases and paths behind it
 * have the same password. Another port may be another server with other users, so its connections are offered and not
 * selected. For two sources, a port that neither names may be two ports.
 */
function hasSamePort(one: SignIn, other: SignIn | null, isKindSame: boolean): boolean {
  return other !== null && one.port === other.port && (isKindSame || one.port !== null);
}

function describeDifference(source: Source, model: Connection, own: Source, other: Connection): string {
  const params = other.auth?.params ?? {};
  if (own !== source) {
    const endpoint = findEndpoint(own);
    const others = readableParams(own, params).filter(
      ([name]) => name !== endpoint?.host && name !== endpoint?.username,
    );
    const hasPort = others.some(([name]) => name === endpoint?.port);
    const port = hasPort ? null : (readSignIn(own, other)?.port ?? null);
    return [
      own.connectionSpec.id === source.connectionSpec.id ? own.authMethod.label : own.name,
      ...(port === null ? [] : [`Port ${port}`]),
      ...others.map(([name = '']) => describeParam(own, name, params[name])),
    ].join(', ');
  }
  const before = new Map(
    readableParams(source, model.auth?.params ?? {}).map(([name = '', text]) => [name, text]),
  );
  const now = new Map(readableParams(source, params).map(([name = '', text]) => [name, text]));
  return source.authMethod.params
    .filter(({ name }) => before.get(name) !== now.get(name))
    .map(({ name, label }) =>
      now.has(name) ? describeParam(source, name, params[name]) : `${label} not set`,
    )
    .join(', ');
}
