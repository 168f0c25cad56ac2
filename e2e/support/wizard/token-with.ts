/** An access token with these claims. The local service accepts it unless it has expired by its claims. */
export function tokenWith(claims: Readonly<Record<string, unknown>>): string {
  return [{ alg: 'RS256' }, claims, 'signature']
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
}

/** The time claims of Adobe IMS: strings of milliseconds (docs/flow-service.md#access-tokens). */
export function lifetime(createdAt: number, expiresIn: number) {
  return { created_at: String(createdAt), expires_in: String(expiresIn) };
}
