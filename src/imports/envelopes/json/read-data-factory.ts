import * as z from 'zod/mini';
import { refuse } from '../../../sources/overlay.ts';
import { secretParams } from '../../../sources/secrets.ts';
import { type Source, toWord } from '../../../sources/source.ts';
import { findLinkedSource } from '../../../sources/linked-services.ts';
import { describeOtherType } from '../../linked-service-types.ts';
import { readLinkedProperties } from '../../read-linked-properties.ts';
import type { ReadingResult } from '../../reading.ts';

const label = 'Azure Data Factory linked service';

/** A linked service from the code view of Azure Data Factory, or from an ARM template (ADF). */
const linkedService = z.object({
  name: z.optional(z.unknown()),
  properties: z.object({
    type: z.string(),
    description: z.optional(z.unknown()),
    typeProperties: z.optional(z.record(z.string(), z.unknown())),
  }),
});
/** The command line of Azure prints the properties of the type beside the others. */
const flatService = z.object({
  properties: z.record(z.string(), z.unknown()),
  type: z.optional(z.string().check(z.regex(/linkedservices$/i))),
});
/** Its properties alone. */
const onlyProperties = z.object({ type: z.string(), typeProperties: z.record(z.string(), z.unknown()) });
const general =
  /^(?:additionalProperties|annotations|connectVia|description|parameters|type|typeProperties|version)$/;
const secureString = z.object({ type: z.literal('SecureString'), value: z.string() });
const expression = z.object({ type: z.literal('Expression'), value: z.string() });
const typed = z.object({ type: z.string() });

/** Reads a linked service whose type belongs to the source. */
export function readDataFactory(value: unknown, source: Source): ReadingResult {
  const result = linkedService.safeParse(
    onlyProperties.safeParse(value).success ? { properties: value } : value,
  );
  if (!result.success) return null;
  const { name, properties } = result.data;
  const typeProperties = properties.typeProperties ?? readFlatProperties(value);
  if (typeProperties === null) return null;
  if (findLinkedSource(properties.type) !== source.slug) {
    return refuse(label, describeOtherType(properties.type, source.shortName));
  }
  const secrets = secretParams(source);
  const read = readLinkedProperties(
    {
      ...unwrapValues(typeProperties),
      ...Object.fromEntries(secrets.map((param) => [param.name, unwrapSecret(typeProperties[param.name])])),
    },
    source,
  );
  const words = new Map(secrets.map((param) => [param.name, toWord(param)]));
  // In a linked service with a connection string, the password may have its own property.
  if (typeProperties['password'] !== undefined) words.set('password', 'password');
  if (typeProperties['servicePrincipalCredential'] !== undefined)
    words.set('servicePrincipalCredential', 'service principal key');
  return {
    kind: 'data-factory',
    findings: [
      { field: 'name', key: 'name', value: typeof name === 'string' ? lastName(name) : name, isQuoted: true },
      { field: 'description', key: 'description', value: properties.description, isQuoted: true },
      ...read.findings,
    ],
    unknownKeys: read.unknownKeys,
    notes: [
      ...read.notes,
      ...describeSignIn(typeProperties['authenticationType'], source),
      ...[...words].flatMap(([name, word]) => describeSecret(word, typeProperties[name], typeProperties)),
    ],
  };
}

function readFlatProperties(value: unknown): Record<string, unknown> | null {
  const flat = flatService.safeParse(value);
  if (!flat.success || !('additionalProperties' in flat.data.properties || flat.data.type !== undefined))
    return null;
  return Object.fromEntries(Object.entries(flat.data.properties).filter(([key]) => !general.test(key)));
}

/**
 * A dynamic value has the form `{"type": "Expression", "value": "@..."}`. Only its text is recognized as a
 * placeholder.
 */
function unwrapValues(properties: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(properties).map(([key, value]) => {
      const dynamic = expression.safeParse(value);
      return [key, dynamic.success ? dynamic.data.value : (unwrapSecret(value) ?? value)];
    }),
  );
}

/** Secrets of other types only reference where the value is stored. */
function unwrapSecret(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  const secure = secureString.safeParse(value);
  return secure.success ? secure.data.value : undefined;
}

/** A way to sign in without a user and a password that the source does not have. */
function describeSignIn(type: unknown, { authMethod, shortName }: Source): readonly string[] {
  const isOther =
    typeof type === 'string' && /^windows$|integrated|principal|identity|certificate|key ?pair/i.test(type);
  const hasPrincipal = authMethod.params.some(({ name }) => name === 'servicePrincipalId');
  return isOther && !hasPrincipal
    ? [
        `This linked service does not sign in with a user and a password of ${shortName}. Enter those that Adobe is to use.`,
      ]
    : [];
}

/** In a template, a name has the name of the factory in front, or is an expression that ends in the name. */
function lastName(name: string): string {
  const literal = /^\[concat\(parameters\('factoryName'\),\s*'\/([^']+)'\)\]$/.exec(name)?.[1];
  return literal ?? name;
}

function describeSecret(
  word: string,
  value: unknown,
  { encryptedCredential }: Readonly<Record<string, unknown>>,
): string[] {
  const secret = typed.safeParse(value);
  if (secret.success && secret.data.type === 'AzureKeyVaultSecret') {
    return [`The ${word} is stored in Azure Key Vault, not in this text. Enter it.`];
  }
  if (value === undefined && encryptedCredential !== undefined) {
    return [`The ${word} is encrypted by Azure Data Factory and cannot be read. Enter it.`];
  }
  return [];
}
