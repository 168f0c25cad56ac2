import { type CheckEvent, checkEvent } from '../flow-service/schemas/connection-check.ts';

/** For tests: the events of `POST /api/check`, in order. */
export async function readCheckEvents(response: Response): Promise<readonly CheckEvent[]> {
  const lines = (await response.text()).split('\n').filter((line) => line !== '');
  return lines.map((line) => checkEvent.parse(JSON.parse(line)));
}
