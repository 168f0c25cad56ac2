import { type LiveParam, isFieldName, readParam } from './read-param.ts';
import { isObject, read, toList, toPlainText } from './read-value.ts';

/** A connection spec of Adobe as a description of forms. */
export interface LiveSpec {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  readonly category: string;
  /** The auth methods that have params, in their order. */
  readonly methods: readonly LiveMethod[];
}

export interface LiveMethod {
  readonly specName: string;
  readonly params: readonly LiveParam[];
  /** Sentences about what the form leaves out. */
  readonly notes: readonly string[];
  /** Whether it needs tokens from a consent page. */
  readonly needsConsent: boolean;
}

/** More would block the page while it is drawn. */
const mostMethods = 20;
const mostParams = 200;

/**
 * Reads the answer of `GET /connectionSpecs/{id}`, with or without `items`. It never fails: what cannot be read is left
 * out. null when the answer has no spec at all.
 */
export function readConnectionSpec(answer: unknown): LiveSpec | null {
  const items = read(answer, 'items');
  const spec = Array.isArray(items) ? items.find(isObject) : answer;
  if (!isObject(spec)) return null;
  const methods = new Map<string, LiveMethod>();
  for (const written of toList(read(spec, 'authSpec')).slice(0, mostMethods)) {
    const specName = read(written, 'name');
    if (typeof specName !== 'string' || specName.trim() === '' || specName.length > 300) continue;
    const method = readMethod(specName, written);
    if (method.params.length > 0 && !methods.has(specName)) methods.set(specName, method);
  }
  const category = read(read(spec, 'attributes'), 'category');
  return {
    id: toPlainText(read(spec, 'id'), 100),
    name: toPlainText(read(spec, 'name'), 100),
    version: toPlainText(read(spec, 'version'), 20),
    category: toPlainText(category, 60),
    methods: [...methods.values()],
  };
}

function readMethod(specName: string, written: unknown): LiveMethod {
  const schema = read(written, 'spec');
  const properties = read(schema, 'properties');
  const described = isObject(properties) ? Object.entries(properties) : [];
  const required = toList(read(schema, 'required')).filter((one) => typeof one === 'string');
  const params: LiveParam[] = [];
  const notes: string[] = [];
  for (const [name, property] of described.slice(0, mostParams)) {
    const isRequired = required.includes(name);
    const shown = toPlainText(name, 60);
    if (read(read(property, 'uiAttributes'), 'hidden') === true) {
      if (isRequired) notes.push(`Adobe’s definition requires ${shown} but hides it, so it is not sent.`);
    } else if (!isFieldName(name)) {
      notes.push(`The form cannot show ${shown} because its name is not supported.`);
    } else {
      params.push(readParam(name, property, isRequired));
    }
  }
  if (described.length > mostParams) notes.push(`The form shows the first ${mostParams} values only.`);
  const names = new Set(described.map(([name]) => name));
  for (const name of new Set(required.filter((one) => !names.has(one)))) {
    const shown = toPlainText(name, 60);
    notes.push(`Adobe’s definition requires ${shown} but does not describe it, so it is not sent.`);
  }
  const type = read(written, 'type');
  const needsConsent = /oauth/i.test(`${specName} ${typeof type === 'string' ? type : ''}`);
  return { specName, params, notes, needsConsent };
}
