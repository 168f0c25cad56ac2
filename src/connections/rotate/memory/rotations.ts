import { readTabStorage } from '../../../session/tab-storage.ts';
import { createRotationMemory } from './rotation-memory.ts';

/** The rotations of this tab. They are stored outside their pages, because the list of connections names temporary ones. */
export const rotations = createRotationMemory(readTabStorage());
