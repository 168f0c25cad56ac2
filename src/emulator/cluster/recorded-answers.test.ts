import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { operations } from '../../query-server/operations.ts';
import { readMessage, writeMessage } from '../../query-server/wire-message.ts';
import { phoenixTables } from '../../testing/phoenix-tables.ts';
import { recordedRequests } from '../../testing/recorded-requests.ts';
import { type ClusterConnection, answerRequest } from './answer-request.ts';

const recorded = z
  .record(z.string(), z.object({ status: z.number(), body: z.string() }))
  .parse(JSON.parse(readFileSync(new URL('../../testing/recorded-answers.json', import.meta.url), 'utf8')));

const connections = new Map<string, ClusterConnection>();
const database = { tables: phoenixTables, version: '5.2' };

/** Rows by the names of their columns: only those that the sample cluster has are compared. */
function toRows(result: unknown) {
  const { signature, firstFrame } = operations.listTables.answer.parse(result);
  const names = signature?.columns.map(({ label }) => label) ?? [];
  return firstFrame?.rows.map(({ value }) =>
    Object.fromEntries(names.map((name, index) => [name, value[index]?.scalarValue])),
  );
}

describe('the sample cluster answers as the real server did', () => {
  it.each(recordedRequests())('$name', ({ name, body }) => {
    const request = readMessage(body);
    const real = recorded[name];
    const realMessage = real && readMessage(Buffer.from(real.body, 'base64'));
    if (request === null || !real || !realMessage) throw new Error(`${name} was not recorded.`);
    const { status, name: answered, fields } = answerRequest(request, connections, database);
    expect({ status, name: answered }).toEqual({ status: real.status, name: realMessage.name });
    // Both through the same reader, so that what is left out has its default.
    const own = readMessage(writeMessage(answered, fields))?.fields ?? {};
    switch (name) {
      case 'all types, first frame':
        expect(operations.execute.answer.parse(own)).toEqual(
          operations.execute.answer.parse(realMessage.fields),
        );
        break;
      case 'all types, second frame':
      case 'forgotten statement':
        expect(own).toEqual(realMessage.fields);
        break;
      case 'tables':
      case 'columns':
        expect(toRows(realMessage.fields)).toEqual(toRows(own)?.map((row) => expect.objectContaining(row)));
        break;
      case 'unknown table':
      case 'mistake': {
        const code = /ERROR \d+ \(\w+\)/;
        expect(code.exec(String(own['exceptions']))?.[0]).toBe(
          code.exec(String(realMessage.fields['exceptions']))?.[0],
        );
        break;
      }
      case 'a connection that nobody opened':
        for (const { exceptions } of [own, realMessage.fields]) {
          expect(String(exceptions)).toContain('NoSuchConnectionException');
        }
        break;
      case 'properties':
        expect(realMessage.fields['props']).toEqual(
          expect.arrayContaining(Array.isArray(own['props']) ? own['props'] : []),
        );
        break;
      default:
        expect(own).toEqual(realMessage.fields);
    }
  });
});
