import * as z from 'zod/mini';
import { type ConnectionScope, toScopeKey } from '../../create/attempt.ts';
import { readFromTab, writeToTab } from '../../session/tab-storage.ts';

const storageKey = 'connection.copyPlan';

const choice = z.object({
  /** The connection that the page was opened to copy; null when it was opened to choose some. */
  openedFor: z.nullable(z.string()),
  /** The chosen connections. */
  ids: z.array(z.string()),
  /** The chosen sandboxes. */
  sandboxes: z.array(z.string()),
  /** The copies that the user has selected or left out, by their keys. */
  decided: z.array(z.tuple([z.string(), z.boolean()])),
});

/** What the user has chosen to copy. It contains no secret. */
export type CopyChoice = z.infer<typeof choice>;

const storedChoices = z.object({ version: z.literal(1), choices: z.record(z.string(), choice) });

/** Keeps the choice for each sandbox in this tab, so that the page shows it when the user opens it again. */
export function createPlanMemory(storage: Storage | null) {
  const choices = new Map(Object.entries(readFromTab(storage, storageKey, storedChoices)?.choices ?? {}));
  return {
    read: (scope: ConnectionScope): CopyChoice | null => choices.get(toScopeKey(scope)) ?? null,
    /** Stores the choice, or removes it with null. */
    write(scope: ConnectionScope, next: CopyChoice | null): void {
      if (next === null) choices.delete(toScopeKey(scope));
      else choices.set(toScopeKey(scope), next);
      writeToTab(storage, storageKey, { version: 1, choices: Object.fromEntries(choices) });
    },
  };
}
