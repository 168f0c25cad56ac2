import { readTabStorage } from '../../session/tab-storage.ts';
import { createRotationMemory } from './rotation-memory.ts';

/** The rotations of this tab. They are stored outside their pages, because other pages tell what was left. */
export const rotations = createRotationMemory(readTabStorage());
