import { parseJson } from '../flow-service/schemas/parse-json.ts';
import { paramSchema } from '../sources/params-schema.ts';
import { ownName, paramNames } from '../sources/param-names.ts';
import type { Param } from '../sources/source.ts';
import { isSecretName } from '../text/secret-name.ts';
import { createSecretSearch } from './secret-search.ts';

/** Names that indicate a secret only in the query of a URL. */
const secretQueryName = /^(?:key|code|auth|sid|session)$/i;
/**
 * A name and the value that follows it: `name=value`, `"name": "value"`, `--name value`, `some_name value`,
 * `env["name"] = "value"`, `"key": "name", "value": "..."`, with full-width
 * characters of East Asian keyboards, encoded for a URL, or as a string within a string. The value is matched by a
 * lookahead, because it may be a list that also contains a secret. Repetitions are limited where they could be
 * scanned twice.
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

/** `-p password`, and `-u user:password` as in curl, in a command. */
const optionValue =
  /(?<![^\s"'`(])(?:-[pw](?:\s{1,9}|=)|(?:-u|--user)(?:\s{1,9}|=)["']?[^\s:"']{1,99}:)["']?([^\s"']{1,200})/gi;

/** The secrets in a text that have a name in any format, or that are the value of a command option. */
export function findSecrets(text: string): readonly string[] {
  const options = [...text.matchAll(optionValue)].map(([, value = '']) => value);
  // Other commands use -p for a port or a pair of ports.
  return [...findNamedSecrets(text), ...options.filter((value) => !/^[\d:]+$/.test(value))];
}

function findNamedSecrets(text: string): readonly string[] {
  return [...text.matchAll(namedValue)].flatMap(
    ({ index, 1: name = '', 2: nested, 3: double, 4: single, 5: bare = '' }) => {
      const value = nested ?? double ?? single ?? bare;
      const isInQuery = /[?&]/.test(text.charAt(index - 1));
      // A name with a dot before a port is a host, such as token.example:8443.
      const isHost = name.includes('.') && /^\d{1,5}\b/.test(value);
      const isSecret = isSecretName(name) || (isInQuery && secretQueryName.test(name));
      return value !== '' && isSecret && !isHost ? [value] : [];
    },
  );
}

/** A JSON Web Token, a URL with a password in it, or a private key, each without spaces. */
const secretShape = /eyJ[\w-]+\.[\w-]+\.|:\/\/[^\s:/@]*:[^\s/@]+@|--BEGIN[A-Z]*PRIVATEKEY--/;

/** Whether a text to be shown or stored contains a secret: one of `secrets`, or one that the text itself names. */
export function holdsSecret(text: string, secrets: readonly string[]): boolean {
  return createSecretCheck(secrets)(text);
}

/** The same check for many texts. */
export function createSecretCheck(secrets: readonly string[]): (text: string) => boolean {
  const search = createSecretSearch(secrets);
  return (text) =>
    search(text) || secretShape.test(text.replaceAll(/\s/g, '')) || findSecrets(text).length > 0;
}

/**
 * Whether a text that is invalid for its field may contain a secret: for example a whole address,
 * `user:password@host`, or a user name followed by the password.
 */
export function isStray(param: Param, text: string): boolean {
  return (/[@;]/.test(text) && !isAccepted(param, text)) || findUserPassword(param, text).length > 0;
}

function isAccepted(param: Param, text: string): boolean {
  return paramSchema(param).safeParse(param.control === 'json' ? parseJson(text) : text).success;
}

/**
 * The text after the first colon of a user name. HTTP Basic allows no colon in a user name: the password begins there
 * (RFC 7617, 2).
 */
export function findUserPassword(param: Param | null, value: unknown): readonly string[] {
  const isUserName = param?.control === 'text' && paramNames.username.test(ownName(param.name));
  if (!isUserName || typeof value !== 'string') return [];
  const [, password] = /:(.*)$/s.exec(value) ?? [];
  return password === undefined ? [] : [password];
}
