import { ConnectionPage } from '../connections/page/ConnectionPage.tsx';
import { redefineAnswers } from '../source-form/answers/redefine-answers.ts';
import { useWizards } from '../wizard/wizard.tsx';

/** The connection page, which can copy its answers into the wizard. */
export function ConnectionRoute() {
  const { choose, current } = useWizards();
  return (
    <ConnectionPage
      onCarryOver={(definition, answers, left) => {
        choose(definition, redefineAnswers);
        const { source, answers: store, fillRemarks } = current();
        store.reset(answers);
        fillRemarks.set(
          left.length === 0
            ? null
            : { slug: source.slug, heading: 'Some values were not copied', sentences: left },
        );
      }}
    />
  );
}
