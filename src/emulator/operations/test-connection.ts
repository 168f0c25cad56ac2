import { jsonAnswer } from '../answer.ts';
import { databaseOf } from '../cluster/database-of.ts';
import { visitDatabase } from '../cluster/visit-database.ts';
import type { Operation } from '../operation.ts';
import { findConnection } from './find-connection.ts';

/** `GET /connections/{id}/test` (OAS-S): opens the database. */
export const testConnection: Operation = (call) => {
  const address = databaseOf(findConnection(call), call.databaseHost);
  return {
    async answer(databases) {
      await visitDatabase(databases, address, (client) => client.readProduct());
      return jsonAnswer(200, { result: true });
    },
  };
};
