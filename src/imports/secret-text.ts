import { paramSchema } from '../sources/params-schema.ts';
import type { Param } from '../sources/source.ts';

/** What the name of a password, a client secret, an access token or the like has in it. */
const secretName =
  /passw|passphrase|passcode|pass$|pw$|pw[_.-]|pwd|secret|token|credential|authorization|(?:access|account|api|private)[_.-]?key/i;
/** Names of something about a secret: its kind, its place, its time. */
const aboutSecret = /(?:type|name|file|path|ur[il]|endpoint|policy|length|scopes?|lifetime|ttl|expir\w*)$/i;
/** Adobe's API key is the public client ID. */
const publicName = /^(?:x|aep|adobe|platform)?[_.-]?api[_.-]?key$/i;

/** Whether a secret goes by this name. */
export function isSecretName(name: string): boolean {
  return secretName.test(name) && !aboutSecret.test(name) && !publicName.test(name);
}

/**
 * A name and the value that follows it: `name=value`, `"name": "value"`, `--name value`, `some_name value`,
 * `env["name"] = "value"`, `"key": "name", "value": "..."`, with the wide signs of East Asian keyboards, encoded for a URL or as a string within a string. The value is looked ahead to, because it may
 * itself be a list with a secret in it. Repetitions are bounded where they could be looked at twice.
 */
const namedValue = new RegExp(
  [
    String.raw`(?<![\w.-]|//|type["'\\]{0,8}:\s{0,9}["'\\]{0,8})([\w.-]+)(?=["'\\]{0,8}`,
    String.raw`(?:\s{0,9},?\s{0,9}["'\\]{0,8}value["'\\]{0,8})?`,
    String.raw`[\]}]?(?:\s{0,9}(?:[?+]?=>?|:=?|[：＝]|%3[AD])|\s(?<=(?:--|_)[\w-]{1,60}\s))\s{0,9}\[?\s{0,9}`,
    String.raw`(?:(?:Bearer|Basic)\s{1,9})?`,
    String.raw`(?:\\+["']([^"'\\]+)|"([^"\\]*(?:\\[^][^"\\]*)*)|'([^']+)|([^\s;&,|"'(){}[\]<>\\]{1,200})))`,
  ].join(''),
  'gi',
);

/** The secrets that a text gives a name to, in whichever format. */
export function findSecrets(text: string): readonly string[] {
  return [...text.matchAll(namedValue)].flatMap(([, name = '', nested, double, single, bare = '']) => {
    const value = nested ?? double ?? single ?? bare;
    // A dot before a port belongs to a host, such as token.example:8443.
    const isHost = name.includes('.') && /^\d{1,5}\b/.test(value);
    return value !== '' && isSecretName(name) && !isHost ? [value] : [];
  });
}

/** A JSON Web Token, a URL with a password in it, and a private key, each without blanks. */
const secretShape = /eyJ[\w-]+\.[\w-]+\.|:\/\/[^\s:/@]*:[^\s/@]+@|--BEGIN[A-Z]*PRIVATEKEY--/;

/** Whether a text that is to be shown or stored holds a secret: one of these, or one that the text itself names. */
export function holdsSecret(text: string, secrets: readonly string[]): boolean {
  return (
    secrets.some((secret) => isPartOf(secret.trim(), text)) ||
    secretShape.test(text.replaceAll(/\s/g, '')) ||
    findSecrets(text).length > 0
  );
}

/** Whether a text that its field refuses may hold a secret: a whole address, say, or `user:password@host`. */
export function isStray(param: Param, text: string): boolean {
  return /[@;]/.test(text) && !paramSchema(param).safeParse(text).success;
}

/** Words that stand for nothing secret even where somebody chose them as a password. */
const trivial = /^(?:.?|true|false|yes|no|none|null|password|secret|token)$/i;

/**
 * A short secret is a piece of many a text by chance: up to three characters count only as one word among others. A
 * single character, and a word such as "password", would blank what has nothing to do with it.
 */
function isPartOf(secret: string, text: string): boolean {
  if (trivial.test(secret)) return false;
  if (secret.length > 3) return text.includes(secret);
  const words = text.split(/[\s;,&|=:"']+/);
  return words.length > 1 && words.includes(secret);
}
