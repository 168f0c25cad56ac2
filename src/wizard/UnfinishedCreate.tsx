import { Button } from '@react-spectrum/s2/Button';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useQuery } from '@tanstack/react-query';
import type { Access } from '../platform/access.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Status } from '../ui/Status.tsx';
import { TextLink } from '../ui/TextLink.tsx';
import { useMemory } from '../ui/memory.ts';
import type { Attempt } from './create-once.ts';
import { findCreatedQuery } from './find-created-query.ts';
import { useWizard } from './wizard.tsx';

/** After a reload in the middle of a create: finds out what became of it, as long as the sandbox is the same. */
export function UnfinishedCreate({ access }: { readonly access: Access }) {
  const attempt = useMemory(useWizard().attempt);
  if (attempt === null || attempt.sandbox !== access.sandbox) return null;
  return <Search access={access} attempt={attempt} />;
}

interface SearchProps {
  readonly access: Access;
  readonly attempt: Attempt;
}

function Search({ access, attempt }: SearchProps) {
  const wizard = useWizard();
  const { data, error, isFetching, refetch } = useQuery(findCreatedQuery(access, attempt));
  const forget = (
    <Button variant="secondary" onPress={() => wizard.attempt.set(null)}>
      Leave it at that
    </Button>
  );
  return (
    <Notice
      variant={data ? 'positive' : 'notice'}
      heading={data ? 'It was created' : 'A create was not finished'}
    >
      <div className={style({ display: 'flex', flexDirection: 'column', alignItems: 'start', gap: 12 })}>
        <Status>{describe(attempt, isFetching, data ?? null, error)}</Status>
        <div className={style({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 12 })}>
          {data && (
            <TextLink to="/connections/$id" params={{ id: data.id }}>
              {attempt.name}
            </TextLink>
          )}
          {!data && !isFetching && (
            <Button variant="primary" onPress={() => void refetch()}>
              Look again
            </Button>
          )}
          {forget}
        </div>
      </div>
    </Notice>
  );
}

function describe(attempt: Attempt, isFetching: boolean, found: object | null, error: Error | null): string {
  if (found !== null) return 'The connection whose answer was lost is there:';
  const what = `The page was left while “${attempt.name}” was being created.`;
  if (isFetching) return `${what} Looking for it in the sandbox ${attempt.sandbox}, for up to 90 seconds.`;
  if (error !== null) return `${what} The sandbox could not be looked at.`;
  return `${what} It is not in the sandbox so far; creating it again could make a second one.`;
}
