import * as z from 'zod/mini';
import { readParams } from '../read-params.ts';
import { refuse } from '../reading.ts';
import type { ReadingResult } from '../reading.ts';

const label = 'Azure Data Factory linked service';

/** A linked service as Azure Data Factory shows it in its code view, or as an ARM template holds it (ADF). */
const linkedService = z.object({
  name: z.optional(z.unknown()),
  properties: z.object({
    type: z.string(),
    description: z.optional(z.unknown()),
    typeProperties: z.record(z.string(), z.unknown()),
  }),
});
const secureString = z.object({ type: z.literal('SecureString'), value: z.string() });
const expression = z.object({ type: z.literal('Expression'), value: z.string() });
const typed = z.object({ type: z.string() });

/** Reads a linked service of type `Phoenix`. */
export function readDataFactory(value: unknown): ReadingResult {
  const result = linkedService.safeParse(value);
  if (!result.success) return null;
  const { name, properties } = result.data;
  if (properties.type !== 'Phoenix') {
    return refuse(label, 'This linked service is of another type than Phoenix. Paste the one of Phoenix.');
  }
  const { password, ...others } = properties.typeProperties;
  const read = readParams({ ...unwrapExpressions(others), password: unwrapPassword(password) });
  return {
    kind: 'data-factory',
    findings: [
      { field: 'name', key: 'name', value: name, isQuoted: true },
      { field: 'description', key: 'description', value: properties.description, isQuoted: true },
      ...read.findings,
    ],
    unknownKeys: read.unknownKeys,
    notes: passwordNotes(properties.typeProperties),
  };
}

/** A dynamic value stands as `{"type": "Expression", "value": "@..."}`; the text alone is known for a placeholder. */
function unwrapExpressions(properties: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(properties).map(([key, value]) => {
      const dynamic = expression.safeParse(value);
      return [key, dynamic.success ? dynamic.data.value : value];
    }),
  );
}

/** Any other kind of secret only points to where the password is kept. */
function unwrapPassword(password: unknown): string | undefined {
  if (typeof password === 'string') return password;
  const secure = secureString.safeParse(password);
  return secure.success ? secure.data.value : undefined;
}

function passwordNotes({ password, encryptedCredential }: Readonly<Record<string, unknown>>): string[] {
  const secret = typed.safeParse(password);
  if (secret.success && secret.data.type === 'AzureKeyVaultSecret') {
    return ['The password is kept in Azure Key Vault and is not in this text. Type it in.'];
  }
  if (password === undefined && encryptedCredential !== undefined) {
    return [
      'Azure Data Factory has encrypted the password, and it cannot be read from this text. Type it in.',
    ];
  }
  return [];
}
