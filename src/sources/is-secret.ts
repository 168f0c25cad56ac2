import type { Source } from './source.ts';

/** Whether a param is a secret: shown nowhere, stored nowhere, and never read back. */
export function isSecret({ presentation }: Pick<Source, 'presentation'>, name: string): boolean {
  return presentation[name]?.control === 'secret';
}
