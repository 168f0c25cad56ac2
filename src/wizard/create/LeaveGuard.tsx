import { AlertDialog } from '@react-spectrum/s2/AlertDialog';
import { DialogContainer } from '@react-spectrum/s2/Dialog';
import { useLeaveQuestion } from '../../ui/use-leave-question.ts';
import { paths } from '../../session/paths.ts';
import { useCreateStage } from '../../create/create-context.tsx';
import { useCreator } from '../../create/use-creator.ts';

/** Warns before the user leaves Review while a create is running. */
export function LeaveGuard() {
  const stage = useCreateStage();
  const creator = useCreator();
  // The page of the new connection is the expected target, so no question is needed.
  const question = useLeaveQuestion(stage !== null, (path) => path.startsWith(`${paths.connections}/`));
  return (
    // The dialog is dismissed just before its button handlers run, and only the first answer counts.
    <DialogContainer onDismiss={() => question !== null && queueMicrotask(question.stay)}>
      {question !== null && (
        <AlertDialog
          title="Leave while the connection is being created?"
          variant="warning"
          primaryActionLabel="Stay"
          cancelLabel="Leave"
          onCancel={() => {
            creator.cancel();
            question.leave();
          }}
        >
          {stage === 'checking'
            ? 'Nothing has been sent yet. If you leave, nothing is created.'
            : 'The request can’t be canceled. If you stay, this page shows whether the connection is created.'}
        </AlertDialog>
      )}
    </DialogContainer>
  );
}
