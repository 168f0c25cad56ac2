import { secretParams } from '../../sources/secrets.ts';
import type { Source } from '../../sources/source.ts';

/** Variables that the scripts use for other values. */
const taken = ['ACCESS_TOKEN', 'API_KEY', 'IMS_ORG', 'CLIENT_SECRET', 'SCOPES'];

/** The maximum number of characters of a connection's name in a variable. */
const longestName = 40;

interface Named {
  readonly name: string;
  readonly source: Source;
}

/**
 * Names a variable for each secret of each connection, such as `STOCK_LEVELS_PASSWORD` for the password of `Stock levels`. No name is given twice.
 */
export function nameVariables(connections: readonly Named[]): readonly ReadonlyMap<string, string>[] {
  const used = new Set(taken);
  return connections.map(({ name, source }) => {
    const prefix = toPrefix(name, source);
    return new Map(
      secretParams(source).map(({ name: param }) => {
        const variable = findUnused(`${prefix}_${toWord(param)}`, used);
        used.add(variable);
        return [param, variable];
      }),
    );
  });
}

function findUnused(name: string, used: ReadonlySet<string>): string {
  let candidate = name;
  for (let number = 2; used.has(candidate); number += 1) candidate = `${name}_${number}`;
  return candidate;
}

/** The name of a connection as the start of a variable. A name without Latin letters is replaced by its source's. */
function toPrefix(name: string, { slug }: Source): string {
  const word = toWord(name).slice(0, longestName).replace(/_$/, '');
  const usable = /[A-Z]/.test(word) ? word : [toWord(slug), word].filter(Boolean).join('_');
  // A variable does not start with a digit.
  return /^[A-Z]/.test(usable) ? usable : `CONNECTION_${usable}`;
}

/** Underscores separate words, and only Latin letters and digits are kept: `httpPath` becomes `HTTP_PATH`. */
function toWord(text: string): string {
  return text
    .replaceAll(/([a-z\d])([A-Z])/g, '$1_$2')
    .replaceAll(/[^A-Za-z\d]+/g, '_')
    .replaceAll(/^_|_$/g, '')
    .toUpperCase();
}
