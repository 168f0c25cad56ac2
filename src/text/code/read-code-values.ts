import { expansionMark } from '../placeholders.ts';
import type { Language, Token } from './code-tokens.ts';
import { codeTokens } from './code-tokens.ts';

/** What a piece of code says literally. Whatever only a run of the code would tell is `expansionMark`. */
export interface CodeFacts {
  /** `name = value`, `f(name=value)`, `-Name value`, `f("name", "value")`, in order. */
  readonly settings: readonly CodeSetting[];
  /** Dictionaries and lists that are not part of another one. */
  readonly documents: readonly unknown[];
  /** The addresses that a call such as `connect(...)` is given. */
  readonly connections: readonly string[];
  /** The other string literals. */
  readonly strings: readonly string[];
}

export interface CodeSetting {
  readonly key: string;
  readonly value: string | number | boolean;
  /** The value is an argument of a call, not of a variable. */
  readonly isArgument: boolean;
}

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
const words =
  /^(?:const|let|var|final|return|await|async|new|String|val|def|public|private|static|await|yield)$/;
const deepest = 200;

/** Reads the literal values in code, without running it. */
export function readCodeValues(text: string, language: Language): CodeFacts {
  return new CodeReader(codeTokens(text, language), language).read();
}

class CodeReader {
  readonly #tokens: readonly Token[];
  readonly #language: Language;
  readonly #settings: CodeSetting[] = [];
  /** A variable is read where it is set and where it is used. */
  readonly #documents = new Set<unknown>();
  readonly #strings: string[] = [];
  readonly #connections: string[] = [];
  readonly #variables = new Map<string, unknown>();
  #at = 0;
  #depth = 0;

  constructor(tokens: readonly Token[], language: Language) {
    this.#tokens = tokens;
    this.#language = language;
  }

  read(): CodeFacts {
    while (this.#at < this.#tokens.length) {
      const before = this.#at;
      this.#readStatement();
      if (this.#at === before) this.#at += 1;
    }
    return {
      settings: this.#settings,
      documents: [...this.#documents],
      connections: this.#connections,
      strings: this.#strings,
    };
  }

  #readStatement(): void {
    const name = this.#readTarget();
    if (name === null) this.#keep(this.#readValue());
    else {
      const value = this.#readValue();
      this.#variables.set(name, value);
      this.#set(name, value, false);
      if (typeof value === 'object' && value !== null) this.#documents.add(value);
    }
  }

  /** `name =`, `String name =`, `name: str =`, `$name =`, `headers["name"] =`. */
  #readTarget(): string | null {
    let at = this.#at;
    while (words.test(this.#tokens[at]?.text ?? '') && this.#tokens[at]?.kind === 'name') at += 1;
    for (let index = at; index < at + 12; index += 1) {
      const token = this.#tokens[index];
      const after = this.#tokens[index + 1];
      if (token === undefined || token.kind === 'line') return null;
      if (token.kind === 'sign' && !/^[.[\]:*<>?]$/.test(token.text)) return null;
      if (token.kind === 'name' && /^-[A-Za-z]/.test(token.text)) return null;
      if (after?.text !== '=' || this.#tokens[index + 2]?.text === '=') continue;
      // An index in brackets, or the type after the name.
      const indexed = token.text === ']' ? this.#tokens[index - 1] : undefined;
      const typed = this.#tokens[index - 1]?.text === ':' ? this.#tokens[index - 2] : undefined;
      this.#at = index + 2;
      return (indexed ?? typed ?? token).text.replace(/^\$/, '');
    }
    return null;
  }

  #keep(value: unknown): void {
    if (typeof value === 'string' && value !== expansionMark) this.#strings.push(value);
    else if (typeof value === 'object' && value !== null) this.#documents.add(value);
  }

  #set(key: string, value: unknown, isArgument: boolean): void {
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
      this.#settings.push({ key, value, isArgument });
    }
  }

  #peek(): Token | undefined {
    return this.#tokens[this.#at];
  }

  #takes(text: string): boolean {
    const token = this.#peek();
    if (token?.kind !== 'sign' || token.text !== text) return false;
    this.#at += 1;
    return true;
  }

  #skipLines(): void {
    while (this.#peek()?.kind === 'line') this.#at += 1;
  }

  #readValue(): unknown {
    this.#depth += 1;
    let value = this.#depth > deepest ? expansionMark : this.#readOperand();
    // Adjacent strings, and strings joined by a sign, are one string.
    for (;;) {
      const isJoined = this.#takes('+') || (this.#language === 'python' && this.#nextIsString());
      if (!isJoined) break;
      this.#skipLines();
      const other = this.#readOperand();
      value = typeof value === 'string' && typeof other === 'string' ? value + other : expansionMark;
    }
    if (this.#language === 'python' && this.#takes('%')) {
      this.#readOperand();
      value = expansionMark;
    }
    while (this.#language === 'powershell' && this.#takes('|')) this.#readOperand();
    this.#depth -= 1;
    return value;
  }

  #nextIsString(): boolean {
    let at = this.#at;
    if (this.#depth > 1) while (this.#tokens[at]?.kind === 'line') at += 1;
    if (this.#tokens[at]?.kind !== 'string') return false;
    this.#at = at;
    return true;
  }

  #readOperand(): unknown {
    const token = this.#peek();
    if (token === undefined) return null;
    if (token.kind === 'string') {
      this.#at += 1;
      return this.#readAccess(this.#fill(token.text));
    }
    if (token.kind === 'number') {
      this.#at += 1;
      return Number(token.text);
    }
    if (token.kind === 'name') return this.#readName();
    if (token.kind === 'line') {
      this.#skipLines();
      return this.#depth > 1 ? this.#readOperand() : null;
    }
    if (this.#takes('{') || this.#takes('@{')) return this.#readDictionary();
    if (this.#takes('[')) return this.#readBracket();
    if (this.#takes('(') || this.#takes('@(')) {
      const list = this.#readList(')');
      return this.#readAccess(list.length === 1 ? list[0] : list);
    }
    return null;
  }

  /** A list, or a type of PowerShell in brackets, such as `[string]` and `[Text.Encoding]::UTF8.GetBytes(...)`. */
  #readBracket(): unknown {
    const list = this.#readList(']');
    if (this.#language !== 'powershell') return list;
    if (this.#takes('::')) return this.#readOperand();
    const next = this.#peek();
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
    let name = this.#peek()?.text ?? '';
    this.#at += 1;
    if (this.#language === 'powershell' && /^-[A-Za-z]/.test(name)) return this.#readOption(name.slice(1));
    if (literals.has(name)) return literals.get(name);
    if (words.test(name)) return this.#readOperand();
    for (;;) {
      if (!this.#takes('.') && !this.#takes('::')) break;
      const part = this.#peek();
      if (part?.kind !== 'name') break;
      this.#at += 1;
      name += `.${part.text}`;
    }
    if (this.#takes('(')) return this.#readAccess(this.#readCall(name));
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
      let token = this.#peek();
      token !== undefined && !/^[\s;,)}]/.test(token.text);
      token = this.#peek()
    ) {
      if (token.kind === 'line' || token.kind === 'string' || token.text.startsWith('-')) break;
      url += token.text;
      this.#at += 1;
    }
    return url;
  }

  /** `-Name value` of a command. */
  #readOption(name: string): unknown {
    const next = this.#peek();
    const isSwitch = next === undefined || next.kind === 'line' || /^(?:-[A-Za-z]|[|;)}])/.test(next.text);
    if (isSwitch) return null;
    const value = this.#readValue();
    this.#set(name, value, true);
    if (typeof value === 'object') this.#keep(value);
    return null;
  }

  /** What follows a value: an index, a method. Only a conversion keeps the value. */
  #readAccess(value: unknown): unknown {
    let result = value;
    for (;;) {
      if (this.#takes('[')) {
        this.#readList(']');
        result = expansionMark;
      } else if (this.#peek()?.text === '.' && this.#tokens[this.#at + 1]?.kind === 'name') {
        const method = this.#tokens[this.#at + 1]?.text ?? '';
        this.#at += 2;
        const isCall = this.#takes('(');
        if (isCall) this.#readCall(method);
        if (!/^(?:encode|trim|strip|toString|build|end)$/.test(method))
          result = isCall ? expansionMark : result;
      } else return result;
    }
  }

  #readCall(name: string): unknown {
    const list = this.#readList(')');
    const [first, second] = list;
    if (/connect|engine/i.test(name) && typeof first === 'string') this.#connections.push(first);
    const isPair = list.length === 2 && typeof second === 'string';
    if (isPair && typeof first === 'string' && isSettingName(first)) {
      // A header or a property that is set by a method.
      this.#set(first, second, true);
      return expansionMark;
    }
    if (list.length === 3 && /connect/i.test(name) && list.every((one) => typeof one === 'string')) {
      this.#keep(first);
      this.#set('user', second, true);
      this.#set('password', list[2], true);
      return expansionMark;
    }
    if (/(?:getenv|environ\.get|env)$/i.test(name)) return expansionMark;
    if (conversions.test(name) && list.length > 0 && first !== undefined) return first;
    for (const one of list) this.#keep(one);
    return expansionMark;
  }

  #readList(close: string): unknown[] {
    const list: unknown[] = [];
    for (;;) {
      this.#skipLines();
      if (this.#peek() === undefined || this.#takes(close)) return list;
      if (this.#takes(',')) continue;
      const before = this.#at;
      const named = this.#readArgumentName();
      const value = this.#readValue();
      if (named === null) list.push(value);
      else {
        this.#set(named, value, true);
        if (typeof value === 'object') this.#keep(value);
      }
      if (this.#at === before) this.#at += 1;
    }
  }

  #readArgumentName(): string | null {
    const [name, equals, after] = this.#tokens.slice(this.#at, this.#at + 3);
    if (name?.kind !== 'name' || !/^[=:]$/.test(equals?.text ?? '') || equals?.kind !== 'sign') return null;
    if (after?.text === '=') return null;
    this.#at += 2;
    return name.text;
  }

  #readDictionary(): Record<string, unknown> {
    const entries: [string, unknown][] = [];
    for (;;) {
      this.#skipLines();
      const token = this.#peek();
      if (token === undefined || this.#takes('}')) return Object.fromEntries(entries);
      this.#at += 1;
      if (token.kind !== 'string' && token.kind !== 'name' && token.kind !== 'number') continue;
      const key = token.kind === 'string' ? this.#fill(token.text) : token.text;
      if (this.#takes(':') || this.#takes('=') || this.#takes('=>')) {
        this.#depth += 1;
        entries.push([key, this.#readValue()]);
        this.#depth -= 1;
      }
    }
  }
}

/** A header or another name, but not the method of a request. */
function isSettingName(text: string): boolean {
  return /^[A-Za-z][\w.-]*$/.test(text) && !/^(?:GET|POST|PUT|PATCH|DELETE|HEAD)$/i.test(text);
}

/** Whether every bracket of a text has its counterpart. */
export function isBalanced(text: string, language: Language): boolean {
  const open: string[] = [];
  const counterparts: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };
  for (const { kind, text: sign } of codeTokens(text, language)) {
    if (kind !== 'sign') continue;
    if (/^["'`]$/.test(sign)) return false;
    if (/^[([{]$/.test(sign)) open.push(sign);
    const counterpart = counterparts[sign];
    if (counterpart !== undefined && open.pop() !== counterpart) return false;
  }
  return open.length === 0;
}
