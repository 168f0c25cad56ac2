import { readTabStorage } from '../../session/tab-storage.ts';
import { createCopiesMemory } from './copies-memory.ts';
import { createPlanMemory } from './plan-memory.ts';

/** The copies of this tab. They are stored outside their page, because they can be continued after a reload. */
export const copyRuns = createCopiesMemory(readTabStorage());

/** The copies that are chosen and not created yet. */
export const copyPlans = createPlanMemory(readTabStorage());
