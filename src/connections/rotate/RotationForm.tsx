import { zodResolver } from '@hookform/resolvers/zod';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useMemo, useState } from 'react';
import { toScope } from '../../create/attempt.ts';
import type { Connection } from '../../flow-service/schemas/connection.ts';
import type { Access } from '../../session/access.tsx';
import { useSecretForm } from '../../session/use-secret-form.ts';
import { secretFields } from '../../source-form/answers/secrets.ts';
import { type SourceAnswers, sourceAnswersSchema } from '../../source-form/answers/source-answers.ts';
import { nameSecret, secretParams } from '../../sources/secrets.ts';
import type { Source } from '../../sources/source.ts';
import { createOneAtATime } from '../../ui/form/one-at-a-time.ts';
import { ErrorSummary } from '../../ui/form/ErrorSummary.tsx';
import { Card } from '../../ui/layout/Card.tsx';
import { Notice } from '../../ui/layout/Notice.tsx';
import { Section } from '../../ui/layout/Section.tsx';
import { Status } from '../../ui/layout/Status.tsx';
import { CheckList } from '../CheckList.tsx';
import { LeftOutTrials } from '../trials/LeftOutTrials.tsx';
import { withSecrets } from '../with-secrets.ts';
import { type Listed, describeCandidates } from './candidates/candidate-words.ts';
import type { Candidates } from './candidates/find-candidates.ts';
import { labelConnections } from './connection-labels.ts';
import { describeLeaving, describeLeftRun } from './leaving-words.ts';
import { OtherPageNotice } from './OtherPageNotice.tsx';
import { RotationProgress } from './RotationProgress.tsx';
import { RotationSecret } from './RotationSecret.tsx';
import { describeTarget, readTarget } from './run/rotation-target.ts';
import { announceRotation, describeRotation } from './rotation-words.ts';
import { type Rotation, hasSucceeded, isRunning, remaining, withGoal } from './run/rotation.ts';
import { rotations } from './memory/rotations.ts';
import { type ReadConnections, useRotation } from './use-rotation.ts';

interface RotationFormProps {
  readonly access: Access;
  readonly source: Source;
  readonly model: Connection;
  readonly candidates: Candidates;
  /** Whether the secret hides where the connections lead. Then the user selects the other connections. */
  readonly isHidden: boolean;
  /** How many of the other connections of the sandbox could be read. */
  readonly listed: Listed;
  readonly read: Omit<ReadConnections, 'candidates'>;
}

/** Chooses the connections, asks for the secret, and shows what happens. */
export function RotationForm(props: RotationFormProps) {
  const { access, source, model, candidates, isHidden, listed, read } = props;
  const { offered } = candidates;
  const form = useSecretForm<SourceAnswers>({
    // The name of a connection may be longer than a new one can be, and is not changed here.
    defaultValues: { ...withSecrets(source, model, {}), name: 'unchanged', description: '' },
    resolver: zodResolver(sourceAnswersSchema(source), undefined, { raw: true }),
    reValidateMode: 'onSubmit',
    shouldFocusError: false,
    secretFields: useMemo(() => secretFields(source), [source]),
  });
  const fields = secretParams(source).map(({ name }) => `params.${name}` as const);
  const { rotation, fit, wasLeft, start, resume, leaveOut, end, reset } = useRotation(
    access,
    source,
    model,
    () => form.getValues().params,
    { ...read, candidates: offered },
  );
  const items = useMemo(() => listItems(offered), [offered]);
  const [decided, setDecided] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [chosenGoal, setGoal] = useState<Rotation['goal'] | null>(null);
  const goal = chosenGoal ?? rotation?.goal ?? 'new';
  const chosen = offered.filter(({ connection: { id }, isPreselected }) => decided.get(id) ?? isPreselected);
  const ids = new Set(chosen.map(({ connection }) => connection.id));
  const isBusy = rotation !== null && isRunning(rotation);
  const isDone =
    rotation !== null && (rotation.phase === 'done' || remaining(withGoal(rotation, goal)).length === 0);
  const other = rotation === null ? rotations.findRunning(toScope(access), ids) : null;
  const [oneAtATime] = useState(createOneAtATime);
  const clearSecrets = () => {
    for (const field of fields) form.resetField(field);
  };
  const run = async () => {
    await (rotation === null ? start(chosen) : resume(goal));
    // After an error, the same secret is needed to continue.
    const { phase = 'done' } = rotations.read(toScope(access), model.id) ?? {};
    if (phase === 'done') clearSecrets();
  };
  return (
    <form noValidate onSubmit={(event) => void form.handleSubmit(() => oneAtATime(run))(event)}>
      <ErrorSummary form={form} fields={fields} />
      <div className={style({ display: 'flex', flexDirection: 'column', gap: 24 })}>
        <Card>
          <Section
            heading="Connections"
            lead={
              rotation === null
                ? describeCandidates(candidates, nameSecret(source) ?? 'secret', isHidden, listed)
                : null
            }
            action={null}
          >
            {/* It exists before its text changes, so that the first step is announced, too. */}
            <Status
              shown={rotation === null ? '' : describeRotation(source, rotation)}
              tone={rotation !== null && hasSucceeded(rotation) ? 'positive' : null}
            >
              {rotation === null ? '' : announceRotation(source, rotation)}
            </Status>
            {isBusy && (
              <p className={style({ margin: 0 })}>
                {wasLeft ? describeLeftRun(rotation) : describeLeaving(rotation)}
              </p>
            )}
            <p className={style({ margin: 0, overflowWrap: 'anywhere' })}>
              {describeTarget(
                source,
                // The connection of this page may have another port or path than the one where the rotation started.
                rotation === null || fit === 'same' ? readTarget(source, model) : rotation.target,
              )}
            </p>
            {rotation === null ? (
              <CheckList
                label="Search connections"
                items={items}
                chosen={ids}
                onChange={(next) => setDecided(new Map(items.map(({ id }) => [id, next.has(id)])))}
              />
            ) : (
              <RotationProgress
                access={access}
                source={source}
                rotation={rotation}
                onLeaveOut={leaveOut}
                onEnd={() => {
                  end();
                  setGoal(null);
                  clearSecrets();
                }}
                onReset={() => {
                  reset();
                  setGoal(null);
                }}
              />
            )}
          </Section>
        </Card>
        {!isDone && !isBusy && (
          <OtherPageNotice fit={fit} source={source} model={model} rotation={rotation} offered={offered} />
        )}
        {rotation === null && <LeftOutTrials trials={candidates.trials} pageDoes="offered" />}
        {other !== null && (
          <Notice variant="informative" heading="Another rotation is running">
            {`It includes connections that you selected. Wait until it stops. ${describeRotation(source, other)}`}
          </Notice>
        )}
        {!isDone && !isBusy && fit === 'same' && (
          <RotationSecret
            form={form}
            source={source}
            rotation={rotation}
            goal={goal}
            isTargetHidden={isHidden}
            isDisabled={rotation === null && (chosen.length === 0 || other !== null)}
            onSwitchGoal={() => {
              // The secret in the field is not the other one.
              clearSecrets();
              setGoal(goal === 'new' ? 'old' : 'new');
            }}
          />
        )}
      </div>
    </form>
  );
}

/** The connections to select. What differs tells them apart, and their IDs where they have equal names. */
function listItems(offered: Candidates['offered']) {
  const labelOf = labelConnections(offered.map(({ connection }) => connection));
  return offered.map(({ connection, difference }) => {
    const { name, id } = labelOf(connection);
    const details = [difference, id === null ? '' : `ID ${id}`];
    return { id: connection.id, name, detail: details.filter((detail) => detail !== '').join(', ') };
  });
}
