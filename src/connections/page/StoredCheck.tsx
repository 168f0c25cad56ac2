import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { connectionTestQuery } from '../../api/connection-test.ts';
import type { Connection } from '../../flow-service/schemas/connection.ts';
import type { Access } from '../../session/access.tsx';
import { useSecretForm } from '../../session/use-secret-form.ts';
import { paths } from '../../session/paths.ts';
import { type CheckButtonRef, CheckRegion } from '../../source-form/check/CheckRegion.tsx';
import { type CheckState, failedStage } from '../../source-form/check/check-state.ts';
import { explainFailure } from '../../source-form/check/failure-words.ts';
import { toCheckRequest } from '../../source-form/check/to-check-request.ts';
import { NoCheck, ServerNotes } from '../../source-form/check/ServerNotes.tsx';
import { useChecker } from '../../source-form/check/use-checker.ts';
import { findHostText } from '../../sources/derive-endpoint.ts';
import type { Endpoint } from '../../sources/endpoint.ts';
import { isSecret } from '../../sources/secrets.ts';
import { type Source, findParam, toWord } from '../../sources/source.ts';
import { TextLink } from '../../ui/TextLink.tsx';
import { Card } from '../../ui/layout/Card.tsx';
import { SecretInput } from '../../ui/fields/SecretInput.tsx';
import { useStore } from '../../ui/form/store.ts';
import { useFieldChanges } from '../../ui/form/use-field-changes.ts';
import { explainPair } from './explain-pair.ts';

interface StoredCheckProps {
  readonly access: Access;
  readonly source: Source;
  readonly endpoint: Endpoint;
  readonly connection: Connection;
}

/** The only field. It is a secret. */
interface CheckAnswers {
  password: string;
}

const watched = { plain: [], secret: ['password'] } as const;

/**
 * The check of a stored connection. Flow Service does not return its password, so sign-in is checked only with a
 * password that the user enters here.
 */
export function StoredCheck({ access, source, endpoint, connection }: StoredCheckProps) {
  const host = findHostText(source.authMethod, endpoint);
  // Without a protocol nothing signs in, so only a connection string is needed, for the host in it.
  const asked = host?.name ?? (endpoint.protocol === 'none' ? null : endpoint.password);
  const described = asked === null ? undefined : findParam(source, asked);
  const label = described?.label ?? 'Password';
  const [secretFields] = useState(() => [{ field: 'password', label } as const]);
  const form = useSecretForm<CheckAnswers>({ defaultValues: { password: '' }, secretFields });
  const checker = useChecker();
  const state = useStore(checker.state);
  const button: CheckButtonRef = useRef(null);
  useFieldChanges(form, watched, checker.outdate);
  const [isUnreadable, setIsUnreadable] = useState(false);
  // The form of a secret in a connection is undocumented.
  const stored = Object.fromEntries(
    Object.entries(connection.auth?.params ?? {}).filter(([name]) => !isSecret(source, name)),
  );
  if (host === null && toCheckRequest(source, stored) === null) {
    return (
      <Card>
        <NoCheck source={source} />
      </Card>
    );
  }

  const prepare = () => {
    const request = toCheckRequest(source, {
      ...stored,
      ...(asked !== null && { [asked]: form.getValues('password') }),
    });
    setIsUnreadable(request === null);
    return Promise.resolve(request);
  };
  return (
    <Card>
      <CheckRegion
        access={access}
        endpoint={endpoint}
        checker={checker}
        button={button}
        prepare={prepare}
        remedy={
          <StoredRemedy
            access={access}
            source={source}
            endpoint={endpoint}
            connection={connection}
            state={state}
          />
        }
      >
        <ServerNotes
          source={source}
          endpoint={endpoint}
          isUnreadable={isUnreadable}
          missing={host !== null && form.getValues('password') === '' ? host : null}
        />
        {described !== undefined && (
          <div className={style({ maxWidth: 352 })}>
            <SecretInput
              form={form}
              name="password"
              label={label}
              help={`Adobe does not return the ${toWord(described)}. Enter it to check ${host === null ? 'sign-in too' : 'the server'}.`}
              guide={null}
              clean={(typed) => typed}
            />
          </div>
        )}
      </CheckRegion>
    </Card>
  );
}

interface StoredRemedyProps {
  readonly access: Access;
  readonly source: Source;
  readonly endpoint: Endpoint;
  readonly connection: Connection;
  readonly state: CheckState;
}

/** What the check means together with the last test by Adobe, and a link to the field to change. */
function StoredRemedy({ access, source, endpoint, connection, state }: StoredRemedyProps) {
  const { data: test, isFetching } = useQuery(connectionTestQuery(access, connection));
  const meaning = explainPair(source, isFetching ? null : (test ?? null), state);
  const stage = failedStage(state);
  const role = stage === null ? null : explainFailure(endpoint, stage, state.hops[stage].reason).role;
  const param = role === null ? null : endpoint[role];
  return (
    <>
      {param !== null && (
        <div>
          <TextLink to={paths.editConnection} params={{ id: connection.id }} hash={`params.${param}`}>
            Edit {findParam(source, param)?.label ?? param}
          </TextLink>
        </div>
      )}
      {meaning !== null && (
        <p className={style({ font: 'body', margin: 0 })}>
          <strong>{meaning.sentence}</strong> {meaning.action}
        </p>
      )}
    </>
  );
}
