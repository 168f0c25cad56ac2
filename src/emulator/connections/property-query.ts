import { type FieldKinds, readValues } from './field-kind.ts';
import { problem } from '../refusal.ts';

/** The filters and the projection in the `property` keys of one request. */
export interface PropertyQuery {
  /** A connection must match all filters. */
  readonly filters: readonly Filter[];
  /** The top-level properties to return; null for all. */
  readonly projection: readonly string[] | null;
}

export interface Filter {
  readonly path: string;
  readonly operator: '==' | '>' | '<' | '>=';
  /** A connection must have one of these values. */
  readonly values: readonly string[];
}

const filterPattern = /^([\w.[\]-]*?)(==|!=|>=|<=|>|<|~|=)(.*)$/s;

/** Named by ERR-F (docs/flow-service.md#state). */
export const knownStates: ReadonlySet<string> = new Set([
  'enabled',
  'disabled',
  'initializing',
  'updating',
  'disabling',
  'enabled-finalizing',
  'delete-finalizing',
]);

/**
 * Parses the values of `property`, which has two purposes: a filter such as `name==A,B`, or a list of properties to
 * return (OAS-S, SORT).
 * @throws {Refusal} 1423, 1440, 1443, 1448, 1450, 1452, 1453, 1456 (ERR-F)
 */
export function parseProperties(texts: readonly string[], kinds: FieldKinds): PropertyQuery {
  const filters = texts.filter((text) => /[=<>~]/.test(text)).map((text) => parseFilter(text, kinds));
  const lists = texts.filter((text) => !/[=<>~]/.test(text)).map((text) => parseProjection(text, kinds));
  return { filters, projection: lists.length === 0 ? null : lists.flat() };
}

export function matches(item: unknown, { path, operator, values }: Filter): boolean {
  return readValues(item, path).some((actual) => values.some((value) => holds(actual, operator, value)));
}

function holds(actual: unknown, operator: Filter['operator'], value: string): boolean {
  if (typeof actual === 'boolean') return operator === '==' && String(actual) === value.toLowerCase();
  if (typeof actual !== 'number') return operator === '==' && actual === value;
  if (operator === '==') return actual === Number(value);
  if (operator === '>') return actual > Number(value);
  return operator === '<' ? actual < Number(value) : actual >= Number(value);
}

/** Reduces an item to the requested properties. Without a projection it keeps all of them. */
export function project(item: object, projection: readonly string[] | null): object {
  if (projection === null) return item;
  return Object.fromEntries(Object.entries(item).filter(([name]) => projection.includes(name)));
}

function parseFilter(text: string, kinds: FieldKinds): Filter {
  const [, path = '', sign = '', rest = ''] = filterPattern.exec(text) ?? [];
  // A sample in SORT has a single equals sign.
  const operator = sign === '=' ? '==' : sign;
  if (path === '' || operator === '') throw problem('1450-400', `The filter ${text} is invalid.`);
  const kind = kinds(path);
  if (kind === null) throw problem('1423-400', `The filter uses the unknown field ${path}.`);
  if (operator !== '==' && operator !== '>' && operator !== '<' && operator !== '>=') {
    // No other operator is documented (docs/flow-service.md#list-connections).
    throw problem('1440-400', `The operator ${operator} is not implemented.`);
  }
  const values = parseValues(text, rest);
  if (operator !== '==' && kind !== 'time') {
    throw problem('1448-400', `The operator ${operator} is not supported for the field ${path}.`);
  }
  if (operator !== '==' && values.length > 1) {
    throw problem('1443-400', `The operator ${operator} does not accept several values.`);
  }
  for (const value of values) {
    if (kind === 'time' && !/^\d+$/.test(value)) {
      throw problem('1452-400', `${value} is not a time in epoch milliseconds.`);
    }
    if (kind === 'state' && !knownStates.has(value)) throw problem('1456-400', `${value} is not a state.`);
  }
  return { path, operator, values };
}

/** Values are bare or in double quotes, and separated by commas (SORT, T-FILTER). */
function parseValues(text: string, list: string): readonly string[] {
  if (list.trim() === '') throw problem('1453-400', `The filter ${text} has an empty expression.`);
  const pattern = /(?:"([^"]*)"|([^",][^,]*))(?:,(?=.)|$)/sy;
  const values: string[] = [];
  while (pattern.lastIndex < list.length) {
    const found = pattern.exec(list);
    if (found === null) throw problem('1450-400', `The filter ${text} is invalid.`);
    values.push(found[1] ?? found[2] ?? '');
  }
  return values;
}

function parseProjection(text: string, kinds: FieldKinds): readonly string[] {
  if (text.trim() === '') throw problem('1453-400', 'The property parameter is empty.');
  return text.split(',').map((name) => {
    const isTopLevel = /^\w+$/.test(name) && (kinds(name) !== null || parentFields.has(name));
    if (!isTopLevel) throw problem('1423-400', `The property ${name} does not exist.`);
    return name;
  });
}

/** Top-level properties that have nested properties. */
const parentFields = new Set([
  'auth',
  'connectionSpec',
  'authSpec',
  'sourceSpec',
  'exploreSpec',
  'attributes',
  'params',
  'data',
  'inheritedAttributes',
  'scheduleParams',
  'lastRunDetails',
  'sourceConnectionIds',
]);
