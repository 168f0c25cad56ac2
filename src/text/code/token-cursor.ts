import type { Token } from './code-tokens.ts';

/** Words in front of a name or a value that change nothing here. */
export const fillers =
  /^(?:const|let|var|final|return|await|async|new|String|val|def|public|private|static|yield)$/;

/** A position among the tokens of code. */
export class TokenCursor {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  get position(): number {
    return this.#at;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#tokens.length;
  }

  peek(ahead = 0): Token | undefined {
    return this.#tokens[this.#at + ahead];
  }

  skip(count = 1): void {
    this.#at += count;
  }

  skipLines(): void {
    while (this.peek()?.kind === 'line') this.#at += 1;
  }

  takes(text: string): boolean {
    const token = this.peek();
    if (token?.kind !== 'sign' || token.text !== text) return false;
    this.#at += 1;
    return true;
  }

  /**
   * Takes the name of an assignment: `name =`, `String name =`, `name: str =`, `$name =`, `headers["name"] =`. Null
   * when none begins here.
   */
  takeTarget(): string | null {
    for (let ahead = 0; ahead < 16; ahead += 1) {
      const token = this.peek(ahead);
      if (token === undefined || token.kind === 'line') return null;
      if (token.kind === 'sign' && !/^[.[\]:*<>?]$/.test(token.text)) return null;
      if (token.kind === 'name' && /^-[A-Za-z]/.test(token.text)) return null;
      if (this.peek(ahead + 1)?.text !== '=' || this.peek(ahead + 2)?.text === '=') continue;
      // An index in brackets, or the type after the name.
      const indexed = token.text === ']' ? this.peek(ahead - 1) : undefined;
      const typed = this.peek(ahead - 1)?.text === ':' ? this.peek(ahead - 2) : undefined;
      this.skip(ahead + 2);
      return (indexed ?? typed ?? token).text.replace(/^\$/, '');
    }
    return null;
  }

  /** Takes the name of an argument: `name=value` or `name: value`. */
  takeArgumentName(): string | null {
    const name = this.peek();
    const sign = this.peek(1);
    if (name?.kind !== 'name' || sign?.kind !== 'sign' || !/^[=:]$/.test(sign.text)) return null;
    if (this.peek(2)?.text === '=') return null;
    this.skip(2);
    return name.text;
  }
}
