import { StatusLight } from '@react-spectrum/s2/StatusLight';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { paths } from '../../session/paths.ts';
import { TextLink } from '../../ui/TextLink.tsx';
import { useStore } from '../../ui/form/store.ts';
import { rotations } from '../rotate/memory/rotations.ts';
import { describeTrial } from './trial-words.ts';

interface TrialMarkProps {
  readonly id: string;
  readonly name: string;
}

/** Says in the list that a connection is a temporary one, and leads to its page, which offers to delete it. */
export function TrialMark({ id, name }: TrialMarkProps) {
  useStore(rotations.all);
  const isTrying = rotations.isTrying(name);
  return (
    <div className={style({ font: 'body-sm' })}>
      <StatusLight variant="notice">Temporary</StatusLight>
      {describeTrial(isTrying)}{' '}
      {!isTrying && (
        <TextLink to={paths.connection} params={{ id }}>
          Review and delete
        </TextLink>
      )}
    </div>
  );
}
