/** Percent codes of letters, digits and `-._~`, which never need encoding (RFC 3986, section 2.3). */
const needlessCode = /%(?:2[de]|3[0-9]|4[1-9a-f]|5[0-9af]|6[1-9a-f]|7[0-9ae])/i;

/**
 * Decodes the percent-encoding of a part of a URL. `uncertain` when the part may also be unencoded text: an encoder
 * would encode every character that `plain` does not match, and no character that needs no code.
 */
export function decodePercent(part: string, plain: RegExp): { text: string; uncertain: boolean } {
  if (!/%[0-9a-f]{2}/i.test(part)) return { text: part, uncertain: false };
  const asItStands = { text: part, uncertain: true };
  if (needlessCode.test(part) || !plain.test(part.replace(/%[0-9a-f]{2}/gi, ''))) return asItStands;
  try {
    return { text: decodeURIComponent(part), uncertain: false };
  } catch {
    return asItStands;
  }
}

/** The characters that RFC 3986 allows unencoded in user information. */
export const plainInUserInfo = /^[\w.~!$&'()*+,;=:-]*$/;

/** The characters that RFC 3986 allows unencoded in a query value, except those that separate values. */
export const plainInQuery = /^[\w.~!$'()*,;=:@/?-]*$/;
