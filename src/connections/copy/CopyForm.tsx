import { zodResolver } from '@hookform/resolvers/zod';
import { Button } from '@react-spectrum/s2/Button';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useMemo, useState } from 'react';
import { credentialsKey } from '../../api/credentials-key.ts';
import type { ConnectionSpec } from '../../flow-service/schemas/connection-spec.ts';
import type { Connection } from '../../flow-service/schemas/connection.ts';
import type { Access } from '../../session/access.tsx';
import { useSecretForm } from '../../session/use-secret-form.ts';
import { secretFields } from '../../source-form/answers/secrets.ts';
import {
  type SourceAnswers,
  createSourceAnswers,
  sourceAnswersSchema,
} from '../../source-form/answers/source-answers.ts';
import { createOneAtATime } from '../../ui/form/one-at-a-time.ts';
import { ErrorSummary } from '../../ui/form/ErrorSummary.tsx';
import { Section } from '../../ui/layout/Section.tsx';
import { Status } from '../../ui/layout/Status.tsx';
import { countConnections } from '../count-connections.ts';
import { findExportSource } from '../export/find-export-source.ts';
import { splitTrials } from '../trials/trial-name.ts';
import { LeftOutTrials } from '../trials/LeftOutTrials.tsx';
import { CopyPlan } from './CopyPlan.tsx';
import { announceCopies, describeCopies, describeLeaving, describePlan } from './copy-words.ts';
import { CopyResults } from './CopyResults.tsx';
import { CopySecrets } from './CopySecrets.tsx';
import { type Copies, type Copy, haveSucceeded, isOpen, isPossible } from './copies.ts';
import { nameApart, nameCopies, toNamed } from './name-apart.ts';
import {
  type Excluded,
  type Original,
  readSecretsOf,
  secretsFor,
  shareSecrets,
  toSecretsForm,
} from './originals.ts';
import { StartNewCopy } from './StartNewCopy.tsx';
import { PlanTable } from './PlanTable.tsx';
import { useCopies } from './use-copies.ts';
import { toPath, useGrowingFields } from './use-growing-fields.ts';
import { usePlan } from './use-plan.ts';
import { whyNotCopied } from '../why-not-copied.ts';

interface CopyFormProps {
  readonly access: Access;
  readonly connections: readonly Connection[];
  readonly specs: readonly ConnectionSpec[];
  /** The connection that is chosen at first; null for none. */
  readonly chosenId: string | null;
  /** Reads the connections again, because a new plan needs those that exist now. */
  readonly onStartAgain: () => void;
}

/** Chooses what is copied where, asks for the secrets, and shows what happens. */
export function CopyForm({ access, connections, specs, chosenId, onStartAgain }: CopyFormProps) {
  // A list that changes later does not change what is being filled in.
  const [{ originals, excluded, trials, shared, listed, names }] = useState(() =>
    sortOut(connections, specs),
  );
  const form = useSecretForm<SourceAnswers>({
    defaultValues: { ...createSourceAnswers(toSecretsForm(shared, names)), name: 'unchanged' },
    resolver: (values, context, options) =>
      zodResolver(sourceAnswersSchema(asked), undefined, { raw: true })(values, context, options),
    reValidateMode: 'onSubmit',
    shouldFocusError: false,
    secretFields: useMemo(() => secretFields(toSecretsForm(shared, names)), [shared, names]),
  });
  const { copies, start, resume, search, stop, reset } = useCopies(
    access,
    originals,
    chosenId !== null,
    (id) => readSecretsOf(shared, id, form.getValues().params),
  );
  const copyNames = useMemo(() => nameCopies(listed, copies?.list ?? []), [listed, copies?.list]);
  const plan = usePlan(access, originals, chosenId);
  const planned = plan.rows.filter(plan.isChosen);
  const canRead = ({ originalId }: Copy) => originals.some(({ connection }) => connection.id === originalId);
  const isDue = (copy: Copy) => isOpen(copy) && canRead(copy);
  const [again, setAgain] = useState<Copy | null>(null);
  const due = again === null ? (copies?.list.filter(isDue) ?? planned) : [again];
  const isRunning = copies?.phase === 'running';
  const ids = new Set(due.map(({ originalId }) => originalId));
  const secrets = secretsFor(shared, ids);
  // While the plan changes, the same secrets use the same form, so that their fields are not drawn again.
  const secretsKey = JSON.stringify(
    secrets.map(({ field, connections: [one, ...more] }) => [field, one?.id, more.length]),
  );
  const [drawn, setDrawn] = useState({ key: secretsKey, asked: toSecretsForm(secrets, names) });
  const asked = drawn.key === secretsKey ? drawn.asked : toSecretsForm(secrets, names);
  if (drawn.key !== secretsKey) setDrawn({ key: secretsKey, asked });
  const { drawn: drawnParams, showMore, setFocus } = useGrowingFields(form, asked);
  const [oneAtATime] = useState(createOneAtATime);
  const run = async () => {
    const work =
      copies === null
        ? start(planned.map((row) => ({ ...row, isOnly: row.existing.kind === 'none' })))
        : resume(copies, again === null ? copies.list.filter(isDue) : [again]);
    if (copies === null) plan.clear();
    setAgain(null);
    clearUnneeded(await work);
  };
  const clearUnneeded = ({ list }: Copies) => {
    const needed = new Set(list.filter(isPossible).map(({ originalId }) => originalId));
    // Also those of connections that are not selected any more. After an error, the others are needed to continue.
    for (const { field, connections: users } of shared) {
      if (!users.some(({ id }) => needed.has(id))) form.resetField(`params.${field}`);
    }
  };
  return (
    <form noValidate onSubmit={(event) => void form.handleSubmit(() => oneAtATime(run))(event)}>
      <ErrorSummary
        form={{ control: form.control, getFieldState: form.getFieldState, setFocus }}
        fields={asked.authMethod.params.map(toPath)}
      />
      <div className={style({ display: 'flex', flexDirection: 'column', gap: 24 })}>
        {copies !== null && (
          // Above the place of Stop, so that a second click on Stop does not press it.
          <StartNewCopy
            copies={copies}
            names={copyNames}
            onStart={() => {
              reset();
              onStartAgain();
            }}
          />
        )}
        {copies === null && (
          <>
            <LeftOutTrials trials={trials} pageDoes="copied" />
            <CopyPlan
              access={access}
              originals={originals}
              excluded={excluded}
              names={names}
              hasTrials={trials.length > 0}
              plan={plan}
            />
          </>
        )}
        <Section heading="Copies" lead={null} action={null}>
          {/* It exists before its text changes, so that the plan and the first step are announced, too. */}
          {copies === null ? (
            <Status>{describePlan(plan.rows, plan.isChosen)}</Status>
          ) : (
            <Status shown={describeCopies(copies)} tone={haveSucceeded(copies) ? 'positive' : null}>
              {announceCopies(copies)}
            </Status>
          )}
          {copies !== null && (
            <CopyResults
              caller={credentialsKey(access.credentials)}
              originals={originals}
              copies={copies}
              names={copyNames}
              onSearch={(copy) => void oneAtATime(async () => clearUnneeded(await search(copies, copy)))}
              onCreateAgain={setAgain}
            />
          )}
          {copies === null && plan.rows.length === 0 && (
            <p className={style({ font: 'body', margin: 0 })}>Choose connections and sandboxes.</p>
          )}
          {copies === null && plan.rows.length > 0 && (
            <PlanTable rows={plan.rows} names={names} isChosen={plan.isChosen} onDecide={plan.decide} />
          )}
        </Section>
        {isRunning && (
          <div>
            <p className={style({ font: 'body', margin: 0, marginBottom: 16 })}>{describeLeaving(copies)}</p>
            {copies.stop !== 'left' && (
              <Button variant="secondary" onPress={stop}>
                Stop
              </Button>
            )}
          </div>
        )}
        {!isRunning && due.length > 0 && (
          <CopySecrets
            form={form}
            asked={asked}
            drawn={drawnParams}
            onShowMore={showMore}
            action={again === null ? `Create ${countConnections(due.length)}` : 'Create again'}
            onCancel={again === null ? null : () => setAgain(null)}
          />
        )}
      </div>
    </form>
  );
}

function sortOut(connections: readonly Connection[], specs: readonly ConnectionSpec[]) {
  const sourceOf = findExportSource(specs);
  const originals: Original[] = [];
  const excluded: Excluded[] = [];
  // A copy of a temporary connection would never be deleted.
  const { trials, others } = splitTrials(connections);
  for (const connection of others) {
    const source = sourceOf(connection);
    const reason = whyNotCopied(source, connection);
    if (reason === null && source !== null) originals.push({ connection, source });
    else excluded.push({ connection, reason: reason ?? '' });
  }
  const listed = connections.map(toNamed);
  const shared = shareSecrets(originals);
  return { originals, excluded, trials, shared, listed, names: nameApart(listed) };
}
