import { refuse } from '../../../sources/overlay.ts';
import { nameSecret, secretParams } from '../../../sources/secrets.ts';
import { findEntry } from '../../../sources/source-index.ts';
import type { Source } from '../../../sources/source.ts';
import { isPlaceholder } from '../../../text/placeholders.ts';
import { readParams } from '../../read-params.ts';
import { type ReadingResult, paramField } from '../../reading.ts';
import { bodiesIn, connectionBody, keepOneConnection } from './connection-body.ts';

/** Reads a connection of Flow Service, from a request, from an answer, or from a list of them. */
export function readConnectionBody(value: unknown, source: Source, chosen: number): ReadingResult {
  const { kept, notes, connections } = keepOneConnection(bodiesIn(value), (one) => one, source, chosen);
  const result = connectionBody.safeParse(kept[0]);
  if (!result.success || kept.length > 1) return null;
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
    notes: [...notes, ...params.notes, ...(exists ? [describeExisting(source)] : [])],
    connections,
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
