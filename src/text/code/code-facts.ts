import { expansionMark } from '../placeholders.ts';

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
}

/** Collects what a reader finds in code. */
export class FactCollector {
  readonly #settings: CodeSetting[] = [];
  /** A variable is read where it is set and where it is used. */
  readonly #documents = new Set<unknown>();
  readonly #strings: string[] = [];
  readonly #connections: string[] = [];

  get facts(): CodeFacts {
    return {
      settings: this.#settings,
      documents: [...this.#documents],
      connections: this.#connections,
      strings: this.#strings,
    };
  }

  keep(value: unknown): void {
    if (typeof value === 'string' && value !== expansionMark) this.#strings.push(value);
    else if (typeof value === 'object' && value !== null) this.#documents.add(value);
  }

  set(key: string, value: unknown): void {
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
      this.#settings.push({ key, value });
    } else this.keep(value);
  }

  /**
   * Collects the arguments of a call: a header or a property that is set by a method, or the address and the sign-in
   * of a connection. Returns whether they were of this kind.
   */
  takeArguments(name: string, list: readonly unknown[]): boolean {
    const [first, second, third] = list;
    if (typeof first !== 'string') return false;
    if (/connect|engine/i.test(name)) this.#connections.push(first);
    if (list.length === 2 && typeof second === 'string' && isSettingName(first)) {
      this.set(first, second);
      return true;
    }
    const isSignIn = list.length === 3 && typeof second === 'string' && typeof third === 'string';
    if (!isSignIn || !/connect/i.test(name)) return false;
    this.keep(first);
    this.set('user', second);
    this.set('password', third);
    return true;
  }
}

/** A header or another name, but not the method of a request. */
function isSettingName(text: string): boolean {
  return /^[A-Za-z][\w.-]*$/.test(text) && !/^(?:GET|POST|PUT|PATCH|DELETE|HEAD)$/i.test(text);
}
