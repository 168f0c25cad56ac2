import { FlowServiceError } from '../flow-service/flow-service-error.ts';
import { Countdown } from '../ui/content/Countdown.tsx';
import type { Source } from '../sources/source.ts';
import { RequestPath } from './RequestPath.tsx';
import { ErrorResponse } from './ErrorResponse.tsx';
import { toFailureRoute } from './failure-route.ts';

interface ErrorDetailsProps {
  readonly error: unknown;
  /** The source of the connection, or null when the request concerned none. */
  readonly source: Source | null;
  /** Called when the wait that the service asks for is over; null when nothing happens automatically. */
  readonly onWaited: (() => void) | null;
}

/** How far a request got, what came back, and how long the service asks to wait. Empty for internal errors. */
export function ErrorDetails({ error, source, onWaited }: ErrorDetailsProps) {
  if (!(error instanceof FlowServiceError)) return null;
  return (
    <>
      <RequestPath {...toFailureRoute(error, source)} />
      <ErrorResponse error={error} />
      {error.retryAfterSeconds !== null && (
        <Countdown
          key={error.at}
          endsAt={error.at + error.retryAfterSeconds * 1000}
          toWords={(left) =>
            left > 0 ? `Flow Service asks you to wait ${left} s.` : 'You can try again now.'
          }
          onEnd={onWaited}
        />
      )}
    </>
  );
}
