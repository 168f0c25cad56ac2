import * as z from 'zod/mini';
import { checkAuth } from './check-auth.ts';
import type { ServedSpec } from './connection-specs.ts';
import { problem } from '../refusal.ts';
import type { StoredConnection } from './stored-connection.ts';

const operation = z.object({ op: z.string(), path: z.string(), value: z.optional(z.unknown()) });
type PatchOperation = z.infer<typeof operation>;

/** T-UPD sends an array; OAS-S models a single object. */
const patchBody = z.union([z.array(operation).check(z.minLength(1)), operation]);

const paramsObject = z.record(z.string(), z.unknown());

/**
 * Applies a JSON Patch (RFC 6902) to a connection, completely or not at all.
 * @throws {Refusal} 1414 for another spec, 1434 for an op other than add, replace and remove, 1455 for any other
 * invalid operation, 1304 and 1312 for params
 */
export function applyPatch(
  stored: StoredConnection,
  body: unknown,
  specs: readonly ServedSpec[],
): StoredConnection {
  const patch = patchBody.safeParse(body);
  if (!patch.success) throw problem('1455-400', 'The body is not a list of patch operations.', stored.id);
  return [patch.data].flat().reduce((changed, one) => applyOperation(changed, one, specs), stored);
}

function applyOperation(
  stored: StoredConnection,
  { op, path, value }: PatchOperation,
  specs: readonly ServedSpec[],
): StoredConnection {
  // OAS-S uses upper case, T-UPD and OAS-D use lower case.
  const kind = op.toLowerCase();
  if (kind !== 'add' && kind !== 'replace' && kind !== 'remove') {
    throw problem('1434-400', `The patch operation ${op} is not supported.`, stored.id);
  }
  if (/^\/connectionSpec(?:\/|$)/.test(path)) {
    throw problem('1414-400', 'The connection spec of a connection cannot be changed.', stored.id);
  }
  const refusal = () => problem('1455-400', `Cannot ${kind} ${path} with the given value.`, stored.id);
  switch (path) {
    case '/name':
      if (kind === 'remove' || typeof value !== 'string' || value === '') throw refusal();
      return { ...stored, name: value };
    case '/description': {
      const { description, ...rest } = stored;
      // RFC 6902: only add may target a field that does not exist.
      if (kind !== 'add' && description === undefined) throw refusal();
      if (kind === 'remove') return rest;
      if (typeof value !== 'string') throw refusal();
      return { ...rest, description: value };
    }
    case '/auth/params': {
      const params = paramsObject.safeParse(value);
      if (kind === 'remove' || !params.success) throw refusal();
      return replaceParams(stored, params.data, specs);
    }
    default:
      // Patching paths below /auth/params, /auth/specName and /state is undocumented, so it is refused.
      throw refusal();
  }
}

/** Params are replaced as a whole: a key that is left out is removed (OAS-D, T-UPD). */
function replaceParams(
  stored: StoredConnection,
  params: Readonly<Record<string, unknown>>,
  specs: readonly ServedSpec[],
): StoredConnection {
  const auth = { ...stored.auth, params };
  checkAuth(stored.connectionSpec, auth, specs);
  return { ...stored, auth };
}
