import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { operations } from '../../query-server/operations.ts';
import { type ReadMessage, readMessage, writeMessage } from '../../query-server/wire-message.ts';
import { phoenixTables } from '../../testing/phoenix-tables.ts';
import { recordedRequests } from '../../testing/recorded-requests.ts';
import { type ClusterConnection, answerRequest } from './answer-request.ts';

const recorded = z
  .record(z.string(), z.object({ status: z.number(), body: z.string() }))
  .parse(JSON.parse(readFileSync(new URL('../../testing/recorded-answers.json', import.meta.url), 'utf8')));

const connections = new Map<string, ClusterConnection>();
const database = { tables: phoenixTables, version: '5.2' };

const compared = {
  tables: ['TABLE_SCHEM', 'TABLE_NAME', 'TABLE_TYPE'],
  columns: ['COLUMN_NAME', 'DATA_TYPE', 'TYPE_NAME', 'COLUMN_SIZE', 'NULLABLE'],
};
const described = ['GET_DATABASE_PRODUCT_NAME', 'GET_DATABASE_PRODUCT_VERSION'];

/** The part of an answer to compare. The sample cluster leaves out fields that no client reads. */
function essenceOf({ name, fields }: ReadMessage): unknown {
  switch (name) {
    case 'ExecuteResponse':
      return operations.execute.answer.parse(fields);
    case 'DatabasePropertyResponse': {
      const { props } = operations.readProperties.answer.parse(fields);
      return props.filter(({ key }) => described.includes(key.name));
    }
    case 'ResultSetResponse': {
      const { signature, firstFrame } = operations.listTables.answer.parse(fields);
      const labels = signature?.columns.map(({ label }) => label) ?? [];
      const kind = labels.includes('COLUMN_NAME') ? 'columns' : 'tables';
      const places = compared[kind].map((label) => labels.indexOf(label));

      return firstFrame?.rows.map(({ value }) => places.map((place) => value[place]?.scalarValue ?? null));
    }
    case 'ErrorResponse':
      return /ERROR \d+ \(\w+\)|NoSuchConnectionException/.exec(String(fields['exceptions']))?.[0];
    default:
      return fields;
  }
}

describe('the sample cluster responds like the real server', () => {
  it.each(recordedRequests())('$name', ({ name, body }) => {
    const request = readMessage(body);
    const real = recorded[name];
    const realMessage = real && readMessage(Buffer.from(real.body, 'base64'));
    if (request === null || !real || !realMessage) throw new Error(`${name} was not recorded.`);
    const answer = answerRequest(request, connections, database);
    expect({ status: answer.status, name: answer.name }).toEqual({
      status: real.status,
      name: realMessage.name,
    });
    // Both answers pass through the same reader, so that omitted fields get their defaults.
    const own = readMessage(writeMessage(answer.name, answer.fields));
    expect(essenceOf(realMessage)).toBeDefined();
    expect(own && essenceOf(own)).toEqual(essenceOf(realMessage));
  });
});
