import { Button } from '@react-spectrum/s2/Button';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useCreateStates } from '../../create/create-context.tsx';
import { Notice } from '../../ui/layout/Notice.tsx';
import { TextLink } from '../../ui/TextLink.tsx';
import { paths } from '../../session/paths.ts';

/** Reports a connection that was created after the user left Review. */
export function CreatedNotice() {
  const { creator, states } = useCreateStates();
  const created = Object.values(states).find((state) => state.status === 'created' && !state.wasLost);
  if (created?.status !== 'created') return null;
  const dismiss = () => creator.dismiss(created.attempt);
  return (
    <div className={style({ marginTop: 24 })}>
      <Notice variant="positive" heading="The connection was created">
        <p className={style({ margin: 0 })}>
          “{created.attempt.name}” was created in sandbox {created.attempt.sandbox}.
        </p>
        <div
          className={style({
            display: 'flex',
            flexWrap: 'wrap',
            alignItems: 'center',
            gap: 16,
            marginTop: 12,
          })}
        >
          <TextLink to={paths.connection} params={{ id: created.receipt.id }} onClick={dismiss}>
            Open connection
          </TextLink>
          <Button variant="secondary" onPress={dismiss}>
            OK
          </Button>
        </div>
      </Notice>
    </div>
  );
}
