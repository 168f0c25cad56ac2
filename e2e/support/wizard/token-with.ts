/** An access token with these claims, which the local service takes unless it is past its time by them. */
export function tokenWith(claims: Readonly<Record<string, unknown>>): string {
  return [{ alg: 'RS256' }, claims, 'signature']
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
}

/** The claims of Adobe IMS about time: strings of milliseconds (docs/flow-service.md#access-tokens). */
export function lifetime(createdAt: number, expiresIn: number) {
  return { created_at: String(createdAt), expires_in: String(expiresIn) };
}
