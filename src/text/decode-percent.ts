/** Percent codes of letters, digits and `-._~`, which nobody encodes (RFC 3986, section 2.3). */
const needlessCode = /%(?:2[de]|3[0-9]|4[1-9a-f]|5[0-9af]|6[1-9a-f]|7[0-9ae])/i;

/**
 * Takes percent-encoding off a part of a URL. `uncertain` when the part may as well be meant as it stands: whoever
 * encodes would have encoded every character that `plain` does not match, and none that needs no code.
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

/** What RFC 3986 lets stand in user information as it is. */
export const plainInUserInfo = /^[\w.~!$&'()*+,;=:-]*$/;

/** What RFC 3986 lets stand in a query value as it is, less what separates values. */
export const plainInQuery = /^[\w.~!$'()*,;=:@/?-]*$/;
