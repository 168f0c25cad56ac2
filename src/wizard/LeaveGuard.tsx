import { AlertDialog } from '@react-spectrum/s2/AlertDialog';
import { DialogContainer } from '@react-spectrum/s2/Dialog';
import { useBlocker } from '@tanstack/react-router';

/** Warns before the page is left or reloaded while a connection is being created. */
export function LeaveGuard({ isOn }: { readonly isOn: boolean }) {
  const { status, proceed, reset } = useBlocker({
    // The page of the new connection is where this was to lead.
    shouldBlockFn: ({ next }) => isOn && !next.pathname.startsWith('/connections/'),
    enableBeforeUnload: () => isOn,
    withResolver: true,
  });
  return (
    <DialogContainer onDismiss={() => reset?.()}>
      {status === 'blocked' && (
        <AlertDialog
          title="Leave while the connection is being created?"
          variant="warning"
          primaryActionLabel="Stay"
          cancelLabel="Leave"
          onPrimaryAction={() => reset?.()}
          onCancel={() => proceed?.()}
        >
          It cannot be called back. If you stay, this page tells you what became of it.
        </AlertDialog>
      )}
    </DialogContainer>
  );
}
