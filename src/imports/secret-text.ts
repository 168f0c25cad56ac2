import { paramSchema } from '../sources/params-schema.ts';
import type { Param } from '../sources/source.ts';

/** What the name of a password, a client secret, an access token or the like has in it. */
const secretName =
  /passw|passphrase|passcode|pass$|pw$|pw[_.-]|pwd|secret|token|credential|authorization|(?:access|account|api|private)[_.-]?key|signature|(?:^|[_.-])(?:sig|sas|jwt|hmac|otp|pin)$/i;
/** Names of something about a secret: its kind, its place, its time. */
const aboutSecret =
  /(?:type|name|file|path|ur[il]|endpoint|policy|length|scopes?|lifetime|ttl|expir\w*|version|algorithm|method)$/i;
/** Words that mean a secret in the query of a URL only. */
const secretQueryName = /^(?:key|code|auth|sid|session)$/i;
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

/** `-p password`, and `-u user:password` as curl has it, in a command. */
const optionValue =
  /(?<![^\s"'`(])(?:-[pw](?:\s{1,9}|=)|(?:-u|--user)(?:\s{1,9}|=)["']?[^\s:"']{1,99}:)["']?([^\s"']{1,200})/gi;

/** The secrets that a text gives a name to, in whichever format, or that are an option of a command in it. */
export function findSecrets(text: string): readonly string[] {
  const options = [...text.matchAll(optionValue)].map(([, value = '']) => value);
  // With -p other commands take a port, or two of them.
  return [...findNamedSecrets(text), ...options.filter((value) => !/^[\d:]+$/.test(value))];
}

function findNamedSecrets(text: string): readonly string[] {
  return [...text.matchAll(namedValue)].flatMap(
    ({ index, 1: name = '', 2: nested, 3: double, 4: single, 5: bare = '' }) => {
      const value = nested ?? double ?? single ?? bare;
      const isInQuery = /[?&]/.test(text.charAt(index - 1));
      // A dot before a port belongs to a host, such as token.example:8443.
      const isHost = name.includes('.') && /^\d{1,5}\b/.test(value);
      const isSecret = isSecretName(name) || (isInQuery && secretQueryName.test(name));
      return value !== '' && isSecret && !isHost ? [value] : [];
    },
  );
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

/**
 * Whether a text that its field refuses may hold a secret: a whole address, say, `user:password@host`, or a user name with
 * the password behind it.
 */
export function isStray(param: Param, text: string): boolean {
  return (
    (/[@;]/.test(text) && !paramSchema(param).safeParse(text).success) ||
    findUserPassword(param, text).length > 0
  );
}

/** What follows the first colon of a user name. HTTP Basic allows none in it: the password begins there (RFC 7617, 2). */
export function findUserPassword(param: Param | null, value: unknown): readonly string[] {
  const isUserName = param?.control === 'text' && /^user(?:_?name|_?id)?$/i.test(param.name);
  if (!isUserName || typeof value !== 'string') return [];
  const [, password] = /:(.*)$/s.exec(value) ?? [];
  return password === undefined ? [] : [password];
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
