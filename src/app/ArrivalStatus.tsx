import { useRouterState } from '@tanstack/react-router';
import { VisuallyHidden } from 'react-aria/VisuallyHidden';

/** Says what led to a page, whose notice shows it: a notice that comes along with its page goes unheard. */
export function ArrivalStatus() {
  const said = useRouterState({
    select: ({ location: { state } }) => {
      if (state.isNew === true) return 'The new connection is there.';
      if (state.isSaved === true) return 'The changes were saved.';
      return state.deletedName === undefined ? '' : `${state.deletedName} was deleted.`;
    },
  });
  return <VisuallyHidden role="status">{said}</VisuallyHidden>;
}
