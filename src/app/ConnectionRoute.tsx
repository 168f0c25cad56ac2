import { ConnectionPage } from '../connections/page/ConnectionPage.tsx';
import { useWizards } from '../wizard/wizard.tsx';

/** The connection page, which can copy its answers into the wizard. */
export function ConnectionRoute() {
  const { choose, current } = useWizards();
  return (
    <ConnectionPage
      onCarryOver={(definition, answers) => {
        choose(definition);
        current().answers.reset(answers);
      }}
    />
  );
}
