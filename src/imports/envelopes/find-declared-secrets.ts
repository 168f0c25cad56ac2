import * as z from 'zod/mini';

/** A value that a document itself declares to be a secret: a variable of Postman, a `SecureString` of Azure. */
const declaredSecret = z.object({
  type: z.string().check(z.regex(/^(?:secret|secure_?string|password)$/i)),
  key: z.optional(z.string()),
  value: z.union([z.string(), z.number()]),
});

/**
 * The values in JSON that are declared to be secrets, wherever they stand and whatever they are called. Postman's users
 * declare harmless variables to be secrets too: what a known name says of its value counts more.
 */
export function findDeclaredSecrets(json: unknown, isKnown: (key: string) => boolean): readonly string[] {
  const secrets: string[] = [];
  const values: unknown[] = [json];
  // No recursion: what people paste may be nested more deeply than the stack is. The list grows on the way.
  for (const value of values) {
    if (typeof value !== 'object' || value === null) continue;
    const declared = declaredSecret.safeParse(value);
    if (declared.success && !isKnown(declared.data.key ?? '')) secrets.push(String(declared.data.value));
    for (const inner of Object.values(value)) values.push(inner);
  }
  return secrets;
}
