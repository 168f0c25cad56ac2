import { readFileSync } from 'node:fs';
import protobuf from 'protobufjs';

/** Avatica's envelope: every request and answer is a message wrapped with its Java class name. */

const { root } = protobuf.parse(readFileSync(new URL('avatica.proto', import.meta.url), 'utf8'));
const envelope = root.lookupType('WireMessage');
const javaPackage = 'org.apache.calcite.avatica.proto.';

/** The fields of a message, by their names in avatica.proto in camel case. 64-bit integers are BigInts. */
export type MessageFields = Readonly<Record<string, unknown>>;

export interface ReadMessage {
  /** For example `OpenConnectionResponse`. */
  readonly name: string;
  readonly fields: MessageFields;
}

/** Encodes a request or, in the sample cluster, an answer. */
export function writeMessage(name: string, fields: MessageFields): Uint8Array {
  const type = root.lookupType(name);
  // `create` would encode a BigInt as 0.
  const body = type.encode(type.fromObject(fields)).finish();
  const group = name.endsWith('Request') ? 'Requests' : 'Responses';
  return envelope
    .encode(envelope.fromObject({ name: `${javaPackage}${group}$${name}`, wrappedMessage: body }))
    .finish();
}

/**
 * Decodes an answer or, in the sample cluster, a request; null when the bytes are not one of the messages known here.
 */
export function readMessage(bytes: Uint8Array): ReadMessage | null {
  try {
    const outer = toFields(envelope, bytes);
    const [, name] =
      /^org\.apache\.calcite\.avatica\.proto\.(?:Requests|Responses)\$(\w+)$/.exec(String(outer['name'])) ??
      [];
    const type = name === undefined ? null : root.get(name);
    if (!(type instanceof protobuf.Type) || !(outer['wrappedMessage'] instanceof Uint8Array)) return null;
    return { name: type.name, fields: toFields(type, outer['wrappedMessage']) };
  } catch {
    // protobufjs throws when the bytes end too early or a field has another type.
    return null;
  }
}

function toFields(type: protobuf.Type, bytes: Uint8Array): MessageFields {
  return type.toObject(type.decode(bytes), { longs: BigInt, enums: String, defaults: true, arrays: true });
}
