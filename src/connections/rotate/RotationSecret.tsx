import { Button } from '@react-spectrum/s2/Button';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { UseFormReturn } from 'react-hook-form';
import { AdvisedField } from '../../source-form/AdvisedField.tsx';
import type { SourceAnswers } from '../../source-form/answers/source-answers.ts';
import { sentOnce } from '../../sources/catalog/params.ts';
import { nameSecret, secretParams } from '../../sources/secrets.ts';
import type { Param, Source } from '../../sources/source.ts';
import { Card } from '../../ui/layout/Card.tsx';
import { Notice } from '../../ui/layout/Notice.tsx';
import { Section } from '../../ui/layout/Section.tsx';
import { withoutFields } from '../with-secrets.ts';
import { SecretServer } from './SecretServer.tsx';
import { type Rotation, isUntouched } from './run/rotation.ts';

interface RotationSecretProps {
  readonly form: UseFormReturn<SourceAnswers>;
  readonly source: Source;
  /** null before the rotation has started. */
  readonly rotation: Rotation | null;
  /** Which secret is entered. */
  readonly goal: Rotation['goal'];
  readonly isDisabled: boolean;
  /** Whether the secret hides where the connections lead. */
  readonly isTargetHidden: boolean;
  /** Changes between entering the new secret and the old one. */
  readonly onSwitchGoal: () => void;
}

/** Asks for the secret that is written: the new one, or the old one to put it back. */
export function RotationSecret(props: RotationSecretProps) {
  const { form, source, rotation, goal, isDisabled, isTargetHidden, onSwitchGoal } = props;
  const secret = nameSecret(source) ?? 'secret';
  const secrets = secretParams(source).map((param) => withHelp(withoutFields(param)));
  const shown = { ...source, authMethod: { ...source.authMethod, params: secrets } };
  const isNew = goal === 'new';
  const canSwitch = rotation?.connections.some((connection) => !isUntouched(connection)) === true;
  return (
    <Card>
      <Section
        heading={isNew ? `New ${secret}` : `Old ${secret}`}
        lead={
          isNew
            ? `The database must already accept the new ${secret}. Only the selected connections are changed.`
            : `The old ${secret} is tried first. Connections that this rotation did not change are skipped.`
        }
        action={null}
      >
        {secrets.map(({ name }) => (
          <AdvisedField key={name} form={form} source={shown} param={name} onPasteAddress={null} />
        ))}
        {isTargetHidden && <SecretServer form={form} source={source} />}
        {isNew && rotation === null && (
          <Notice variant="notice" heading={`Keep the old ${secret}`}>
            {`Adobe does not return secrets. You need the old ${secret} to undo the rotation.`}
          </Notice>
        )}
        <div className={style({ display: 'flex', flexWrap: 'wrap', gap: 12 })}>
          <Button type="submit" variant="accent" isDisabled={isDisabled}>
            {nameAction(secret, isNew, rotation !== null)}
          </Button>
          {canSwitch && (
            <Button variant="secondary" onPress={onSwitchGoal}>
              {isNew ? `Put the old ${secret} back instead` : 'Continue rotation instead'}
            </Button>
          )}
        </div>
      </Section>
    </Card>
  );
}

/** Here, a secret is sent more than once: with the temporary connection, and with each change. */
function withHelp(param: Param): Param {
  return { ...param, help: param.help === sentOnce ? 'Never shown again.' : param.help };
}

function nameAction(secret: string, isNew: boolean, hasStarted: boolean): string {
  if (!isNew) return `Put the old ${secret} back`;
  return hasStarted ? 'Continue rotation' : `Rotate ${secret}`;
}
