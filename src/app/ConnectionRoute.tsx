import { ConnectionPage } from '../connections/page/ConnectionPage.tsx';
import { useWizard } from '../wizard/wizard.tsx';

/** The connection page, which can copy its answers into the wizard. */
export function ConnectionRoute() {
  const { answers } = useWizard();
  return <ConnectionPage onCarryOver={answers.reset} />;
}
