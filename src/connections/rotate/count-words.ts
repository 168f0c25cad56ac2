import { type Rotation, earlierOf, listExisting } from './run/rotation.ts';

/**
 * How many connections have the secret that is written. After a reload, the page cannot compare the secret that was
 * entered with the one that it wrote before, so connections with the latter are counted separately: it never says that
 * they do not have the same.
 * @param done The number of connections that have the secret which was entered last.
 */
export function countDone(rotation: Rotation, secret: string, done: number): string {
  const { goal } = rotation;
  const existing = listExisting(rotation);
  const before = existing.filter(({ secretState }) => secretState === earlierOf(goal)).length;
  const all = existing.length;
  const have = (count: number) => {
    const verb = count === 1 || all === 1 ? 'has' : 'have';
    return `${count} of ${all} ${all === 1 ? 'connection' : 'connections'} ${verb} the ${goal} ${secret}`;
  };
  if (before === 0) return `${have(done)}.`;
  if (done === 0) return `${have(before)} entered before.`;
  const has = before === 1 ? 'has' : 'have';
  return `${have(done)}. ${before} ${has} the ${goal} ${secret} entered before, which may be the same.`;
}

/** How far a rotation that runs has come. */
export function countProgress(rotation: Rotation, secret: string, done: number): string {
  const existing = listExisting(rotation);
  const mayHave = existing.some(({ secretState }) => secretState === earlierOf(rotation.goal));
  return mayHave ? `${done} of ${existing.length} done.` : countDone(rotation, secret, done);
}

/** Whether the rotation did not write into any connection that still exists. */
export function hasWrittenNothing({ connections }: Rotation): boolean {
  return connections.every(({ test }) => test === null);
}
