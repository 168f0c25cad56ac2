/** Parts of the names of passwords, client secrets, access tokens and similar values. */
const secretName =
  /passw|passphrase|passcode|pass$|pw$|pw[_.-]|pwd|secret|token|credential|authorization|(?:access|account|api|private)[_.-]?key|signature|(?:^|[_.-])(?:sig|sas|jwt|hmac|otp|pin)$/i;
/** Names of information about a secret: its type, its location, its time. */
const aboutSecret =
  /(?:type|name|file|path|ur[il]|endpoint|policy|length|scopes?|lifetime|ttl|expir\w*|version|algorithm|method)$/i;
/** Adobe's API key is the public client ID. */
const publicName = /^(?:x|aep|adobe|platform)?[_.-]?api[_.-]?key$/i;

/** Whether this is the name of a secret. */
export function isSecretName(name: string): boolean {
  return secretName.test(name) && !aboutSecret.test(name) && !publicName.test(name);
}
