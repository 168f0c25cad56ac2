import { QueryServerError } from '../../query-server/query-server-error.ts';
import { jsonAnswer } from '../answer.ts';
import { databaseOf } from '../cluster/database-of.ts';
import { explainFailure } from '../cluster/explain-failure.ts';
import type { Databases } from '../cluster/databases.ts';
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

/** Opens a database. @throws {Refusal} the failure as Flow Service reports it. */
export async function visitDatabase<Result>(
  databases: Databases,
  ...[address, use]: Parameters<typeof databases.visit<Result>>
): Promise<Result> {
  try {
    return await databases.visit(address, use);
  } catch (error) {
    throw error instanceof QueryServerError ? explainFailure(error) : error;
  }
}
