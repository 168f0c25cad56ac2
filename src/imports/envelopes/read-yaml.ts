import { LineCounter, Scalar, parseAllDocuments, visit } from 'yaml';
import { refuse } from '../../sources/overlay.ts';
import type { Source } from '../../sources/source.ts';
import { type ReadingResult, isNothing, joinFindings } from '../reading.ts';
import type { Setting } from '../setting-names.ts';
import { listJsonSettings } from './json/read-json-settings.ts';
import { listsToSettings } from './lists-to-settings.ts';
import { readDocument } from './json/read-document.ts';

type Document = ReturnType<typeof parseAllDocuments>[number];

/** A line with a name and a colon, or an item of a list. A name with `=` behind it belongs to another format. */
const yamlLine = /^[ \t]*(?:-[ \t]+)?["']?[A-Za-z_$][\w./ -]*["']?[ \t]*:(?:[ \t]|$)/;
const listLine = /^[ \t]*-[ \t]+["']?[A-Za-z_]\w*=/;

/** Reads settings in YAML, such as those of Spring, Docker Compose and Kubernetes. */
export function readYaml(text: string, source: Source, chosen: number): ReadingResult {
  const parsed = parse(text);
  if (parsed === null) return null;
  const { lines, documents, lineCounter } = parsed;
  const readings = documents.flatMap((document) => {
    const value: unknown = document.errors.length > 0 ? null : toValue(document);
    const read = value === null ? null : readDocument(listsToSettings(value), source, chosen);
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
  const { line } = lineCounter.linePos(problem.pos[0]);
  return refuse(
    'YAML',
    `This YAML cannot be read because of line ${line}. Correct it, or paste only the settings.`,
  );
}

/** The settings of all documents in YAML; none for a text of another format. */
export function listYamlSettings(text: string): readonly Setting[] {
  return (parse(text)?.documents ?? []).flatMap((document) => {
    const value = document.errors.length > 0 ? null : listsToSettings(toValue(document));
    return typeof value === 'object' && value !== null ? listJsonSettings(value) : [];
  });
}

function parse(text: string) {
  const lines = text.split('\n').filter((line) => !/^\s*(?:#|$|---|\.\.\.)/.test(line));
  const [first = ''] = lines;
  if (isTooDeep(text) || !yamlLine.test(first) || !lines.some((line) => /^[ \t]+\S|:[ \t]+\S/.test(line)))
    return null;
  const parsed = parseDocuments(text);
  const whole = indentFirstLine(text);
  if (isReadable(parsed) || whole === text) return { lines, ...parsed };
  const indented = parseDocuments(whole);
  return { lines, ...(isReadable(indented) ? indented : parsed) };
}

/** The most brackets that may be open at once. The parser's time grows with the square of their number. */
const deepest = 100;

function isTooDeep(text: string): boolean {
  let depth = 0;
  for (const bracket of text.match(/[[\]{}]/g) ?? []) {
    depth += '[{'.includes(bracket) ? 1 : -1;
    if (depth > deepest) return true;
  }
  return false;
}

function isReadable({ documents }: ReturnType<typeof parseDocuments>): boolean {
  return documents.length > 0 && documents.every(({ errors }) => errors.length === 0);
}

function parseDocuments(text: string) {
  const lineCounter = new LineCounter();
  const documents = parseAllDocuments(quoteTemplates(text), {
    lineCounter,
    uniqueKeys: false,
    logLevel: 'silent',
    resolveKnownTags: false,
    schema: 'core',
  });
  if (!Array.isArray(documents)) return { documents: [], lineCounter };
  for (const document of documents) {
    visit(document, {
      // A tag such as !vault or !Sub stands for a value that is not in the text.
      Value: (_, { tag = '' }) => (/^!./.test(tag) ? new Scalar(`<${tag.slice(1)}>`) : undefined),
    });
  }
  return { documents, lineCounter };
}

/** Lines from within a file lose the indentation of the first one when they are trimmed. */
function indentFirstLine(text: string): string {
  const [, ...others] = text.split('\n');
  const indents = others.filter((line) => line.trim() !== '').map((line) => line.search(/\S/));
  return ' '.repeat(Math.max(0, Math.min(...indents, 40))) + text;
}

function toValue(document: Document): unknown {
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
