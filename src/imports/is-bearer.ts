import { isJwtShaped } from '../flow-service/schemas/access-token.ts';
import { isPlaceholder } from '../text/placeholders.ts';

/** Whether the value of an Authorization header is an access token. Some people leave out the scheme. */
export function isBearer(value: string): boolean {
  const text = value.trim();
  return text === '' || /^Bearer(?:\s|$)/i.test(text) || isJwtShaped(text) || isPlaceholder(text);
}
