import * as z from 'zod/mini';

/** A value that a document declares to be a secret: a variable of Postman, a `SecureString` of Azure. */
const declaredSecret = z.object({
  type: z.string().check(z.regex(/^(?:secret|secure_?string|password)$/i)),
  key: z.optional(z.string()),
  value: z.union([z.string(), z.number()]),
});

/**
 * Finds all values in JSON that are declared to be secrets, at any depth and under any name. Postman users also
 * declare harmless variables to be secrets, so a known name takes precedence.
 */
export function findDeclaredSecrets(json: unknown, isKnown: (key: string) => boolean): readonly string[] {
  const secrets: string[] = [];
  const values: unknown[] = [json];
  // The loop avoids recursion, because pasted JSON may be nested more deeply than the stack allows. The loop adds to
  // the list.
  for (const value of values) {
    if (typeof value !== 'object' || value === null) continue;
    const declared = declaredSecret.safeParse(value);
    if (declared.success && !isKnown(declared.data.key ?? '')) secrets.push(String(declared.data.value));
    for (const inner of Object.values(value)) values.push(inner);
  }
  return secrets;
}
