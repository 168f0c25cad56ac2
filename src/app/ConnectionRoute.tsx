import { ConnectionPage } from '../connections/page/ConnectionPage.tsx';
import { useWizard } from '../wizard/wizard.tsx';

/** The page of a connection, from which its answers can be carried into the wizard. */
export function ConnectionRoute() {
  const { answers } = useWizard();
  return <ConnectionPage onCarryOver={answers.reset} />;
}
