/**
 * Takes percent-encoding off a part of a URL. `uncertain` when the part may be encoded and may be meant as it stands:
 * whoever encodes would have encoded every character that `plain` does not match, too.
 */
export function decodePercent(part: string, plain: RegExp): { text: string; uncertain: boolean } {
  if (!/%[0-9a-f]{2}/i.test(part)) return { text: part, uncertain: false };
  const rest = part.replace(/%[0-9a-f]{2}/gi, '');
  if (!plain.test(rest)) return { text: part, uncertain: true };
  try {
    return { text: decodeURIComponent(part), uncertain: false };
  } catch {
    return { text: part, uncertain: true };
  }
}

/** What RFC 3986 lets stand in user information as it is. */
export const plainInUserInfo = /^[\w.~!$&'()*+,;=:-]*$/;

/** What RFC 3986 lets stand in a query value as it is, less what separates values. */
export const plainInQuery = /^[\w.~!$'()*,;=:@/?-]*$/;
