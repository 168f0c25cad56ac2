import { expansionMark } from '../placeholders.ts';
import type { Language, Token } from './code-tokens.ts';
import { type CodeFacts, FactCollector } from './code-facts.ts';
import { codeTokens } from './code-tokens.ts';
import { TokenCursor, fillers } from './token-cursor.ts';

const literals: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ['True', true],
  ['true', true],
  ['$true', true],
  ['False', false],
  ['false', false],
  ['$false', false],
  ['None', null],
  ['null', null],
  ['$null', null],
  ['undefined', null],
]);

/** Calls that return their first argument in another form. */
const conversions =
  /(?:dumps|stringify|dict|str|string|String|bytes|urlencode|URLSearchParams|Map|of|encode|GetBytes|Headers|URI|URL|create|parse|get)$/;
const deepest = 200;

/** Reads the literal values in code, without running it. */
export function readCodeValues(text: string, language: Language): CodeFacts {
  return new CodeReader(codeTokens(text, language), language).read();
}

class CodeReader {
  readonly #cursor: TokenCursor;
  readonly #language: Language;
  readonly #collector = new FactCollector();
  readonly #variables = new Map<string, unknown>();
  #depth = 0;

  constructor(tokens: readonly Token[], language: Language) {
    this.#cursor = new TokenCursor(tokens);
    this.#language = language;
  }

  read(): CodeFacts {
    while (!this.#cursor.isAtEnd) {
      const before = this.#cursor.position;
      this.#readStatement();
      if (this.#cursor.position === before) this.#cursor.skip();
    }
    return this.#collector.facts;
  }

  #readStatement(): void {
    const name = this.#cursor.takeTarget();
    if (name === null) this.#collector.keep(this.#readValue());
    else {
      const value = this.#readValue();
      this.#variables.set(name, value);
      this.#collector.set(name, value);
    }
  }

  #readValue(): unknown {
    this.#depth += 1;
    let value = this.#depth > deepest ? expansionMark : this.#readOperand();
    // Adjacent strings, and strings joined by a sign, are one string.
    for (;;) {
      const isJoined = this.#cursor.takes('+') || (this.#language === 'python' && this.#nextIsString());
      if (!isJoined) break;
      this.#cursor.skipLines();
      const other = this.#readOperand();
      value = typeof value === 'string' && typeof other === 'string' ? value + other : expansionMark;
    }
    if (this.#language === 'python' && this.#cursor.takes('%')) {
      this.#readOperand();
      value = expansionMark;
    }
    while (this.#language === 'powershell' && this.#cursor.takes('|')) this.#readOperand();
    this.#depth -= 1;
    return value;
  }

  #nextIsString(): boolean {
    let ahead = 0;
    while (this.#depth > 1 && this.#cursor.peek(ahead)?.kind === 'line') ahead += 1;
    if (this.#cursor.peek(ahead)?.kind !== 'string') return false;
    this.#cursor.skip(ahead);
    return true;
  }

  #readOperand(): unknown {
    const token = this.#cursor.peek();
    if (token === undefined) return null;
    if (token.kind === 'string') {
      this.#cursor.skip();
      return this.#readAccess(this.#fill(token.text));
    }
    if (token.kind === 'number') {
      this.#cursor.skip();
      return Number(token.text);
    }
    if (token.kind === 'name') return this.#readName();
    if (token.kind === 'line') {
      this.#cursor.skipLines();
      return this.#depth > 1 ? this.#readOperand() : null;
    }
    if (this.#cursor.takes('{') || this.#cursor.takes('@{')) return this.#readDictionary();
    if (this.#cursor.takes('[')) return this.#readBracket();
    if (this.#cursor.takes('(') || this.#cursor.takes('@(')) {
      const list = this.#readList(')');
      return this.#readAccess(list.length === 1 ? list[0] : list);
    }
    return null;
  }

  /** A list, or a type of PowerShell in brackets, such as `[string]` and `[Text.Encoding]::UTF8.GetBytes(...)`. */
  #readBracket(): unknown {
    const list = this.#readList(']');
    if (this.#language !== 'powershell') return list;
    if (this.#cursor.takes('::')) return this.#readOperand();
    const next = this.#cursor.peek();
    return next === undefined || next.kind === 'line' || /^[)\]},;]$/.test(next.text)
      ? list
      : this.#readOperand();
  }

  #fill(text: string): string {
    return text.replaceAll(new RegExp(`${expansionMark}(\\w*)${expansionMark}`, 'g'), (_, name: string) => {
      const value = this.#variables.get(name);
      return typeof value === 'string' ? value : expansionMark;
    });
  }

  #readName(): unknown {
    let name = this.#cursor.peek()?.text ?? '';
    this.#cursor.skip();
    if (this.#language === 'powershell' && /^-[A-Za-z]/.test(name)) return this.#readOption(name.slice(1));
    if (literals.has(name)) return literals.get(name);
    if (fillers.test(name)) return this.#readOperand();
    for (;;) {
      if (!this.#cursor.takes('.') && !this.#cursor.takes('::')) break;
      const part = this.#cursor.peek();
      if (part?.kind !== 'name') break;
      this.#cursor.skip();
      name += `.${part.text}`;
    }
    if (this.#cursor.takes('(')) return this.#readAccess(this.#readCall(name));
    const value = this.#variables.has(name.replace(/^\$/, ''))
      ? this.#variables.get(name.replace(/^\$/, ''))
      : expansionMark;
    if (this.#language === 'powershell' && /^https?:/i.test(name)) return this.#readUrl(name);
    return this.#readAccess(value);
  }

  /** PowerShell takes an address without quotes. */
  #readUrl(start: string): string {
    let url = start;
    for (
      let token = this.#cursor.peek();
      token !== undefined && !/^[\s;,)}]/.test(token.text);
      token = this.#cursor.peek()
    ) {
      if (token.kind === 'line' || token.kind === 'string' || token.text.startsWith('-')) break;
      url += token.text;
      this.#cursor.skip();
    }
    return url;
  }

  /** `-Name value` of a command. */
  #readOption(name: string): unknown {
    const next = this.#cursor.peek();
    const isSwitch = next === undefined || next.kind === 'line' || /^(?:-[A-Za-z]|[|;)}])/.test(next.text);
    if (isSwitch) return null;
    const value = this.#readValue();
    this.#collector.set(name, value);
    return null;
  }

  /** What follows a value: an index, a method. Only a conversion keeps the value. */
  #readAccess(value: unknown): unknown {
    let result = value;
    for (;;) {
      if (this.#cursor.takes('[')) {
        this.#readList(']');
        result = expansionMark;
      } else if (this.#cursor.peek()?.text === '.' && this.#cursor.peek(1)?.kind === 'name') {
        const method = this.#cursor.peek(1)?.text ?? '';
        this.#cursor.skip(2);
        const isCall = this.#cursor.takes('(');
        if (isCall) this.#readCall(method);
        if (!/^(?:encode|trim|strip|toString|build|end)$/.test(method))
          result = isCall ? expansionMark : result;
      } else return result;
    }
  }

  #readCall(name: string): unknown {
    const list = this.#readList(')');
    const [first] = list;
    if (this.#collector.takeArguments(name, list)) return expansionMark;
    if (/(?:getenv|environ\.get|env)$/i.test(name)) return expansionMark;
    if (conversions.test(name) && list.length > 0 && first !== undefined) return first;
    for (const one of list) this.#collector.keep(one);
    return expansionMark;
  }

  #readList(close: string): unknown[] {
    const list: unknown[] = [];
    for (;;) {
      this.#cursor.skipLines();
      if (this.#cursor.peek() === undefined || this.#cursor.takes(close)) return list;
      if (this.#cursor.takes(',')) continue;
      const before = this.#cursor.position;
      const named = this.#cursor.takeArgumentName();
      const value = this.#readValue();
      if (named === null) list.push(value);
      else this.#collector.set(named, value);
      if (this.#cursor.position === before) this.#cursor.skip();
    }
  }

  #readDictionary(): Record<string, unknown> {
    const entries: [string, unknown][] = [];
    for (;;) {
      this.#cursor.skipLines();
      const token = this.#cursor.peek();
      if (token === undefined || this.#cursor.takes('}')) return Object.fromEntries(entries);
      this.#cursor.skip();
      if (token.kind !== 'string' && token.kind !== 'name' && token.kind !== 'number') continue;
      const key = token.kind === 'string' ? this.#fill(token.text) : token.text;
      if (this.#cursor.takes(':') || this.#cursor.takes('=') || this.#cursor.takes('=>')) {
        this.#depth += 1;
        entries.push([key, this.#readValue()]);
        this.#depth -= 1;
      }
    }
  }
}
