import { Button } from '@react-spectrum/s2/Button';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { CreateState } from '../../create/create-state.ts';
import { useCreator } from '../../create/use-creator.ts';
import { Notice } from '../../ui/layout/Notice.tsx';
import { NoticeLink } from '../../ui/TextLink.tsx';
import { paths } from '../../session/paths.ts';

interface CreatedConnectionProps {
  readonly created: Extract<CreateState, { status: 'created' }>;
}

/** A connection that was created after the user left Review. */
export function CreatedConnection({ created }: CreatedConnectionProps) {
  const creator = useCreator();
  const onDismiss = () => creator.dismiss(created.attempt);
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
          <NoticeLink to={paths.connection} params={{ id: created.receipt.id }} onClick={onDismiss}>
            Open connection
          </NoticeLink>
          <Button variant="secondary" onPress={onDismiss}>
            OK
          </Button>
        </div>
      </Notice>
    </div>
  );
}
