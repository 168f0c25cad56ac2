import { Button } from '@react-spectrum/s2/Button';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useQuery } from '@tanstack/react-query';
import { connectionSpecQuery } from '../../api/queries.ts';
import type { Access } from '../../session/access.tsx';
import { defineLive } from '../../sources/live/define-live.ts';
import { redefineAnswers } from '../../source-form/answers/redefine-answers.ts';
import type { Definition } from '../../sources/live/definition.ts';
import { Notice } from '../../ui/layout/Notice.tsx';
import { useWizards } from '../wizard.tsx';

interface LateDefinitionProps {
  readonly access: Access;
  /** The definition of the form. */
  readonly definition: Definition;
}

/** Offers Adobe's definition if it arrived after the form was shown and differs. The form changes only on a click. */
export function LateDefinition({ access, definition }: LateDefinitionProps) {
  const { choose } = useWizards();
  const { source } = definition;
  const { data: spec } = useQuery(connectionSpecQuery(access, source.connectionSpec.id));
  // A definition with differences was already compared with Adobe's.
  const isCompared = definition.spec !== null || definition.differences.length > 0;
  const late = isCompared || !spec ? null : defineLive(source, spec, source.slug);
  if (late === null || late.differences.length + late.notes.length === 0) return null;
  return (
    <Notice variant="notice" heading="Adobe’s definition of this source differs">
      <p className={style({ margin: 0 })}>{[...late.differences, ...late.notes].join(' ')}</p>
      {late.spec !== null && (
        <div className={style({ marginTop: 12 })}>
          <Button variant="secondary" onPress={() => choose(late, redefineAnswers)}>
            Use Adobe’s definition
          </Button>
        </div>
      )}
    </Notice>
  );
}
