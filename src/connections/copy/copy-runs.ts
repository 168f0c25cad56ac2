import { readTabStorage } from '../../session/tab-storage.ts';
import { createCopiesMemory } from './copies-memory.ts';

/** The copies of this tab. They are stored outside their page, because they can be continued after a reload. */
export const copyRuns = createCopiesMemory(readTabStorage());
