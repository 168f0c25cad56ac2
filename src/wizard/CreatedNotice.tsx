import { Button } from '@react-spectrum/s2/Button';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { Notice } from '../ui/Notice.tsx';
import { TextLink } from '../ui/TextLink.tsx';
import { useCreation } from './creation.tsx';

/** Tells of a connection that was created after Review had been left. */
export function CreatedNotice() {
  const { created, forget } = useCreation();
  if (created === null) return null;
  return (
    <div className={style({ marginBottom: 24 })}>
      <Notice variant="positive" heading="The connection was created">
        <p className={style({ margin: 0 })}>
          Flow Service answered after you had left: “{created.name}” is there.
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
          <TextLink to="/connections/$id" params={{ id: created.id }} onClick={forget}>
            Go to the connection
          </TextLink>
          <Button variant="secondary" onPress={forget}>
            All right
          </Button>
        </div>
      </Notice>
    </div>
  );
}
