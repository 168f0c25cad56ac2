const otherSignIn =
  'The text uses a sign-in method other than BASIC. Adobe supports only username and password.';
const anonymous = 'The text signs in without a password. Adobe supports only username and password.';
const selfSigned =
  'The text allows self-signed certificates. Self-signed certificates are not supported by Adobe.';
const otherName = 'The text allows a certificate for another host name. Adobe has no setting for this.';
const ownAuthority =
  'The text includes a file of trusted certificates. Adobe trusts only public certificate authorities.';

/** A setting of Azure's connector, of the ODBC driver or of python-phoenixdb that Adobe's connector does not have. */
export function readWarning(key: string, value: unknown): string | null {
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return null;
  const name = key.toLowerCase().replaceAll(/[^a-z]/g, '');
  const text = String(value).trim().toLowerCase();
  const isOn = /^(?:true|1|yes|on)$/.test(text);
  if (/(?:authenticationtype|authentication|authmech)$/.test(name)) {
    if (/^(?:anonymous|none|0|no authentication)$/.test(text)) return anonymous;
    return /^(?:spnego|kerberos|digest|bearer|custom)$/.test(text) ? otherSignIn : null;
  }
  if (name.endsWith('allowselfsignedservercert') && isOn) return selfSigned;
  if (name === 'verify' && /^(?:false|0)$/.test(text)) return selfSigned;
  if (name.endsWith('allowhostnamecnmismatch') && isOn) return otherName;
  if (name === 'hostnameverification' && text === 'none') return otherName;
  const namesFile = text !== '' && !/^(?:true|false|none|null|undefined)$/.test(text);
  return /^(?:trustedcertpath|trustedcerts|truststore)$/.test(name) && namesFile ? ownAuthority : null;
}
