import * as z from 'zod/mini';
import { refuse } from '../../../sources/overlay.ts';
import { nameSecret, secretParams } from '../../../sources/secrets.ts';
import { findEntry } from '../../../sources/source-index.ts';
import type { Source } from '../../../sources/source.ts';
import { isPlaceholder } from '../../../text/placeholders.ts';
import { readParams } from '../../read-params.ts';
import { type ReadingResult, paramField } from '../../reading.ts';

/** The body of a create request, or a connection object (docs/flow-service.md#the-connection-object). */
const connectionBody = z.object({
  name: z.optional(z.unknown()),
  description: z.optional(z.unknown()),
  auth: z.object({ params: z.record(z.string(), z.unknown()) }),
  connectionSpec: z.optional(z.object({ id: z.optional(z.string()) })),
  etag: z.optional(z.unknown()),
  sandboxName: z.optional(z.unknown()),
  imsOrgId: z.optional(z.unknown()),
});
const items = z.object({ items: z.tuple([z.unknown()]) });

/** Reads a connection of Flow Service, from a request or from an answer. */
export function readConnectionBody(value: unknown, source: Source): ReadingResult {
  const wrapped = items.safeParse(value);
  const result = connectionBody.safeParse(wrapped.success ? wrapped.data.items[0] : value);
  if (!result.success) return null;
  const { auth, connectionSpec, etag, ...body } = result.data;
  const specId = connectionSpec?.id ?? source.connectionSpec.id;
  if (specId !== source.connectionSpec.id && !isPlaceholder(specId)) {
    return refuse('Flow Service connection', describeOther(specId, source));
  }
  const params = readParams(auth.params, source);
  const exists = etag !== undefined;
  const secrets = secretParams(source).map(({ name }) => paramField(name));
  return {
    kind: 'connection-body',
    findings: [
      { field: 'name', key: 'name', value: body.name, isQuoted: true },
      { field: 'description', key: 'description', value: body.description, isQuoted: true },
      { field: 'sandbox', key: 'sandboxName', value: body.sandboxName },
      { field: 'organizationId', key: 'imsOrgId', value: body.imsOrgId },
      // How a secret appears in a response is not known (docs/flow-service.md#secrets-in-responses).
      ...params.findings.filter(({ field }) => !exists || !secrets.includes(field)),
    ],
    unknownKeys: params.unknownKeys,
    notes: exists ? [...params.notes, describeExisting(source)] : params.notes,
  };
}

/** The ID of a spec is public. A text in its place may be anything, and is not shown. */
function describeOther(specId: string, { name }: Source): string {
  const other = findEntry(specId);
  if (other !== undefined) {
    return `This connection is for another source, ${other.name}. Choose ${other.name} on the Sources page, then paste it again.`;
  }
  const isId = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(specId);
  return isId
    ? `This connection is for another source than ${name}: the one with the connection spec ${specId}. Enter your credentials, choose that source on the Sources page, then paste the text again.`
    : `This connection is for another source than ${name}, and its connectionSpec.id is not the ID of a connection spec. Correct the ID.`;
}

function describeExisting(source: Source): string {
  const secret = nameSecret(source);
  return `This connection already exists.${secret === null ? '' : ` Flow Service does not return its ${secret}. Enter it.`}`;
}
