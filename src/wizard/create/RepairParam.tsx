import { zodResolver } from '@hookform/resolvers/zod';
import { Button } from '@react-spectrum/s2/Button';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useCallback, useMemo } from 'react';
import { ParamField } from '../../source-form/ParamField.tsx';
import { completeAddress } from '../../source-form/complete-address.ts';
import {
  type ParsedSourceAnswers,
  type SourceAnswers,
  sourceAnswersSchema,
} from '../../source-form/answers/source-answers.ts';
import { secretFields } from '../../source-form/answers/secrets.ts';
import { toShownName } from '../../sources/connection-fields.ts';
import { findText } from '../../sources/fielded-text.ts';
import { isSecret } from '../../sources/secrets.ts';
import type { Source } from '../../sources/source.ts';
import { TextLink } from '../../ui/TextLink.tsx';
import { focusField } from '../../ui/focus/focus-named-field.ts';
import { useFormSavedAtLast } from '../../ui/form/use-form-store.ts';
import { useSecretForm } from '../../session/use-secret-form.ts';
import { useChosenSource, useWizard } from '../wizard.tsx';
import { toSourceAddress } from '../../session/paths.ts';

interface RepairParamProps {
  readonly param: string;
  /** The error message. It is passed on when the user opens the whole step instead. */
  readonly message: string;
  readonly onRepaired: (answers: ParsedSourceAnswers) => void;
}

/**
 * Shows the invalid field next to its error with the cursor in it, so that the user can correct it there. A secret
 * must be entered again, together with its account if that is wrong.
 */
export function RepairParam({ param: wrong, message, onRepaired }: RepairParamProps) {
  const { answers: store, fieldProblem } = useWizard();
  const source = useChosenSource();
  const param = toShownName(source.authMethod, store.get().params, wrong);
  const textName = findText(source.authMethod, param)?.param.name;
  const schema = useMemo(() => sourceAnswersSchema(source), [source]);
  const form = useSecretForm<SourceAnswers>({
    defaultValues: {
      ...store.get(),
      params: { ...store.get().params, ...(isSecret(source, param) && { [param]: '' }) },
    },
    resolver: useMemo(() => zodResolver(schema, undefined, { raw: true }), [schema]),
    reValidateMode: 'onSubmit',
    secretFields: useMemo(
      () => secretFields(source).filter((secret) => secret.param === param),
      [param, source],
    ),
  });
  const { getValues } = form;
  const readAnswers = useCallback(() => {
    const typed = getValues();
    const { [param]: kept = '' } = store.get().params;
    // The field of a rejected secret is empty at first. That must not remove the stored one.
    const isUntouched = isSecret(source, param) && typed.params[param] === '';
    return isUntouched ? { ...typed, params: { ...typed.params, [param]: kept } } : typed;
  }, [getValues, param, source, store]);
  useFormSavedAtLast(readAnswers, store);
  const account = isSecret(source, param) && param !== textName ? findAccount(source, param) : null;
  const focusParam = useCallback(
    (element: HTMLFormElement | null) => focusField(element, `params.${param}`),
    [param],
  );
  const onSubmit = (answers: SourceAnswers) => {
    store.set(answers);
    onRepaired(schema.parse(answers));
  };
  return (
    <form
      ref={focusParam}
      noValidate
      onSubmit={(event) => {
        completeAddress(form, source);
        void form.handleSubmit(onSubmit)(event);
      }}
      className={style({
        width: 'full',
        display: 'flex',
        flexDirection: 'column',
        alignItems: 'start',
        gap: 12,
      })}
    >
      {account !== null && <ParamField form={form} source={source} param={account} onPasteAddress={null} />}
      <ParamField form={form} source={source} param={param} onPasteAddress={null} />
      <div className={style({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 16 })}>
        <Button type="submit" variant="primary">
          Try again
        </Button>
        <TextLink
          to={toSourceAddress(source)}
          hash={`params.${param}`}
          onClick={() => {
            // The step gets the values that were entered here.
            store.set(form.getValues());
            fieldProblem.set({ field: `params.${param}`, message });
          }}
        >
          Edit all settings
        </TextLink>
      </div>
    </form>
  );
}

/** The param that names the account of a secret, which may be the wrong one of the two; null when there is none. */
function findAccount({ authMethod }: Source, secret: string): string | null {
  const fields = findText(authMethod, secret)?.fields.parts ?? authMethod.params;
  return fields.find(({ name }) => /^(?:\w+:)?user(?:name|id)?$/i.test(name))?.name ?? null;
}
