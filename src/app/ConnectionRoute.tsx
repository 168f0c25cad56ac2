import { ConnectionPage } from '../connections/page/ConnectionPage.tsx';
import { redefineAnswers } from '../source-form/answers/redefine-answers.ts';
import { useWizards } from '../wizard/wizard.tsx';

/** The connection page, which can copy its answers into the wizard. */
export function ConnectionRoute() {
  const { choose, current } = useWizards();
  return (
    <ConnectionPage
      onCarryOver={(definition, answers) => {
        choose(definition, redefineAnswers);
        current().answers.reset(answers);
      }}
    />
  );
}
