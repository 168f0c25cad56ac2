import { useMemo, useRef, useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { Access } from '../../session/access.tsx';
import { isSecret } from '../../sources/secrets.ts';
import type { Source } from '../../sources/source.ts';
import { Card } from '../../ui/layout/Card.tsx';
import { useStore } from '../../ui/form/store.ts';
import { useFieldChanges } from '../../ui/form/use-field-changes.ts';
import type { SourceAnswers } from '../answers/source-answers.ts';
import { completeAddress } from '../complete-address.ts';
import { type CheckButtonRef, CheckRegion } from './CheckRegion.tsx';
import { FormRemedy } from './FormRemedy.tsx';
import { NoCheck, ServerNotes } from './ServerNotes.tsx';
import { checkedFields, toCheckRequest } from './to-check-request.ts';
import { useChecker } from './use-checker.ts';

interface FormCheckProps {
  readonly access: Access;
  readonly source: Source;
  readonly form: UseFormReturn<SourceAnswers>;
  /** Called when a field that the check needs is invalid. */
  readonly onInvalid: () => void;
}

/** The connection check of a form. It uses the values of the fields above it, and does not save them. */
export function FormCheck({ access, source, form, onInvalid }: FormCheckProps) {
  const { endpoint, authMethod } = source;
  const checker = useChecker();
  const state = useStore(checker.state);
  const button: CheckButtonRef = useRef(null);
  const [isUnreadable, setIsUnreadable] = useState(false);
  const fields = useMemo(() => {
    const isOfSecret = ({ param }: { readonly param: string }) => isSecret({ authMethod }, param);
    const checked = checkedFields({ endpoint, authMethod });
    return {
      all: checked.map(({ field }) => field),
      plain: checked.filter((one) => !isOfSecret(one)).map(({ field }) => field),
      secret: checked.filter(isOfSecret).map(({ field }) => field),
    };
  }, [authMethod, endpoint]);
  useFieldChanges(form, fields, checker.outdate);
  if (endpoint === null) return <NoCheck source={source} />;

  const prepare = async () => {
    completeAddress(form, source);
    const isValid = await form.trigger(fields.all);
    if (!isValid) onInvalid();
    const request = isValid ? toCheckRequest(source, form.getValues('params')) : null;
    setIsUnreadable(isValid && request === null);
    return request;
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
          <FormRemedy
            source={source}
            endpoint={endpoint}
            form={form}
            state={state}
            onFixed={() => button.current?.focus()}
          />
        }
      >
        <ServerNotes source={source} endpoint={endpoint} isUnreadable={isUnreadable} missing={null} />
      </CheckRegion>
    </Card>
  );
}
