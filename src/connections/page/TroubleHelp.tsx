import { Button } from '@react-spectrum/s2/Button';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { ReactNode } from 'react';
import type { Connection } from '../../flow-service/schemas/connection.ts';
import type { Access } from '../../session/access.tsx';
import { AdobeAddresses } from '../../source-form/check/AdobeAddresses.tsx';
import { findOverlay } from '../../sources/find-overlay.ts';
import { listChecks } from '../../sources/databases/explain-failure.ts';
import type { Check } from '../../sources/overlay.ts';
import { type Source, findParam } from '../../sources/source.ts';
import { describeParam } from '../describe-param.ts';

interface TroubleHelpProps {
  readonly access: Access;
  readonly source: Source | null;
  readonly connection: Connection;
  readonly onFix: () => void;
  /** The Delete button, which may also appear elsewhere on the page. */
  readonly deletion: ReactNode;
  readonly onKeep: () => void;
}

/** Lists the likely causes when Adobe cannot reach a database, most likely first, and the available actions. */
export function TroubleHelp(props: TroubleHelpProps) {
  const { access, source, connection, onFix, deletion, onKeep } = props;
  const params = connection.auth?.params ?? {};
  return (
    <div className={style({ font: 'body', display: 'flex', flexDirection: 'column', gap: 16 })}>
      <div>
        <h3 className={style({ font: 'title', margin: 0 })}>Check in this order</h3>
        <ol className={style({ marginY: 8, paddingStart: 24, maxWidth: 672 })}>
          <li>
            Adobe’s cloud connects to the database, so your firewall must allow it. See{' '}
            <AdobeAddresses access={access} />.
          </li>
          {source !== null &&
            checksOf(source).map(({ params: names, advice }) => (
              <li key={names.join(' ')}>
                <strong>{names.map((name) => describeParam(source, name, params[name])).join(', ')}</strong>:{' '}
                {advice}
              </li>
            ))}
        </ol>
        {source !== null && source.endpoint !== null && (
          <p className={style({ margin: 0 })}>
            To compare, select <strong>Check connection</strong> above.
          </p>
        )}
      </div>
      <div className={style({ display: 'flex', flexWrap: 'wrap', gap: 8 })}>
        {source !== null && (
          <Button variant="accent" onPress={onFix}>
            Edit connection
          </Button>
        )}
        {deletion}
        <Button variant="secondary" onPress={onKeep}>
          Keep connection
        </Button>
      </div>
    </div>
  );
}

/** Without the checks of params that the source does not have. */
function checksOf(source: Source): readonly Check[] {
  const checks = findOverlay(source)?.checks ?? listChecks(source);
  return checks.filter(({ params }) => params.every((name) => findParam(source, name) !== undefined));
}
