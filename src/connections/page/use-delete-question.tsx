import { DialogContainer } from '@react-spectrum/s2/Dialog';
import { type ComponentProps, useState } from 'react';
import type { useUsage } from '../usage/use-usage.ts';
import { DeleteQuestion } from './DeleteQuestion.tsx';
import type { useDeleteConnection } from './use-delete-connection.ts';

interface AskedDeletion extends Pick<ComponentProps<typeof DeleteQuestion>, 'access' | 'connection'> {
  readonly usage: ReturnType<typeof useUsage>;
  readonly deletion: ReturnType<typeof useDeleteConnection>;
}

/**
 * The question whether to delete a connection. Several buttons ask it. It belongs to the page, because a button may
 * disappear while the question is open, such as when the connection is tested again.
 */
export function useDeleteQuestion({ access, connection, usage, deletion }: AskedDeletion) {
  const [asked, setAsked] = useState({ count: 0, isOpen: false });
  const { isPending, news, confirm, cancel } = deletion;
  const close = () => setAsked(({ count }) => ({ count, isOpen: false }));
  return {
    ask: (): void => {
      deletion.ask();
      // What uses the connection is read again for each question, and so is the connection.
      void usage.refetch();
      setAsked(({ count }) => ({ count: count + 1, isOpen: true }));
    },
    dialog: (
      <DialogContainer
        onDismiss={() => {
          cancel();
          close();
        }}
      >
        {asked.isOpen && (
          <DeleteQuestion
            key={asked.count}
            access={access}
            connection={connection}
            usage={usage}
            isPending={isPending}
            news={news}
            onConfirm={(told) => confirm(told, close)}
          />
        )}
      </DialogContainer>
    ),
  };
}
