import { LineCounter, parseAllDocuments } from 'yaml';
import { refuse } from '../../sources/overlay.ts';
import type { Source } from '../../sources/source.ts';
import { type ReadingResult, isNothing, joinFindings } from '../reading.ts';
import type { Setting } from '../setting-names.ts';
import { listJsonSettings } from './json/read-json-settings.ts';
import { readDocument } from './json/read-document.ts';

/** A line with a name and a colon, or an item of a list. A name with `=` behind it belongs to another format. */
const yamlLine = /^[ \t]*(?:-[ \t]+)?["']?[A-Za-z_$][\w./ -]*["']?[ \t]*:(?:[ \t]|$)/;
const listLine = /^[ \t]*-[ \t]+["']?[A-Za-z_]\w*=/;

/** Reads settings in YAML, such as those of Spring, Docker Compose and Kubernetes. */
export function readYaml(text: string, source: Source): ReadingResult {
  const counter = new LineCounter();
  const parsed = parse(text, counter);
  if (parsed === null) return null;
  const { lines, documents } = parsed;
  const readings = documents.flatMap((document) => {
    const value: unknown = document.errors.length > 0 ? null : toValue(document);
    const read = value === null ? null : readDocument(listsToSettings(value), source);
    return read === null ? [] : [read];
  });
  const refused = readings.find((one) => one.kind === 'refused');
  const found = readings.filter((one) => one.kind !== 'refused');
  const all = joinFindings(found);
  if (!isNothing(all)) {
    const kind =
      found.length === 1 && found[0] !== undefined && found[0].kind !== 'json-settings'
        ? found[0].kind
        : 'yaml';
    return { kind, ...all };
  }
  if (refused !== undefined) return refused;
  const problem = documents.flatMap(({ errors }) => errors)[0];
  if (problem === undefined || !listsNames(lines)) return null;
  const { line } = counter.linePos(problem.pos[0]);
  return refuse(
    'YAML',
    `This YAML cannot be read because of line ${line}. Correct it, or paste only the settings.`,
  );
}

/** The settings of all documents in YAML; none for a text of another format. */
export function listYamlSettings(text: string): readonly Setting[] {
  return (parse(text, new LineCounter())?.documents ?? []).flatMap((document) => {
    const value = document.errors.length > 0 ? null : listsToSettings(toValue(document));
    return typeof value === 'object' && value !== null ? listJsonSettings(value) : [];
  });
}

function parse(text: string, lineCounter: LineCounter) {
  const lines = text.split('\n').filter((line) => !/^\s*(?:#|$|---|\.\.\.)/.test(line));
  const [first = ''] = lines;
  if (!yamlLine.test(first) || !lines.some((line) => /^[ \t]+\S|:[ \t]+\S/.test(line))) return null;
  const documents = parseAllDocuments(quoteTemplates(text), {
    lineCounter,
    uniqueKeys: false,
    logLevel: 'silent',
    // A tag such as !vault stands for a value that is not in the text.
    resolveKnownTags: false,
    schema: 'core',
  });
  return Array.isArray(documents) ? { lines, documents } : null;
}

function toValue(document: ReturnType<typeof parseAllDocuments>[number]): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 }) as unknown;
  } catch {
    return null;
  }
}

/** Whether most lines have the form of YAML, so that an error in it is worth a word. */
function listsNames(lines: readonly string[]): boolean {
  return lines.filter((line) => yamlLine.test(line) || listLine.test(line)).length * 2 > lines.length;
}

/** `{{ name }}` without quotes would be an object in YAML. */
function quoteTemplates(text: string): string {
  return text.replaceAll(
    /^([ \t]*[\w.-]+:[ \t]+)(\{\{.*\}\}|\{%.*%\}|[@%].*|\{[A-Za-z_]\w*\})[ \t]*$/gm,
    (_, name: string, value: string) => `${name}${JSON.stringify(value)}`,
  );
}

/**
 * `- NAME=value` in the lists of Docker Compose, and `- name: NAME` with `value:` in those of Kubernetes, are settings.
 */
function listsToSettings(document: unknown, depth = 0): unknown {
  if (typeof document !== 'object' || document === null || depth > 50) return document;
  if (!Array.isArray(document)) {
    return Object.fromEntries(
      Object.entries(document).map(([key, value]) => [key, listsToSettings(value, depth + 1)]),
    );
  }
  const pairs = document.map((item: unknown) => toPair(item));
  const isList = pairs.length > 0 && pairs.every((pair) => pair !== null);
  return isList
    ? Object.fromEntries(pairs)
    : document.map((item: unknown) => listsToSettings(item, depth + 1));
}

function toPair(item: unknown): readonly [string, unknown] | null {
  if (typeof item === 'string') {
    const [, name, value = ''] = /^([A-Za-z_][\w.]*)=([\s\S]*)$/.exec(item) ?? [];
    return name === undefined ? null : [name, value];
  }
  if (typeof item !== 'object' || item === null || !('name' in item) || typeof item.name !== 'string')
    return null;
  return 'value' in item ? [item.name, item.value] : 'valueFrom' in item ? [item.name, `<valueFrom>`] : null;
}
