import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useId } from 'react';
import { type FieldPath, type FieldValues, type UseFormReturn, useFormState } from 'react-hook-form';
import { problemStyle } from '../problem-style.ts';
import { linkStyle } from '../link-style.ts';
import { takeFocus } from '../focus/take-focus.ts';

interface ErrorSummaryProps<Values extends FieldValues> {
  readonly form: Pick<UseFormReturn<Values>, 'control' | 'getFieldState' | 'setFocus'>;
  /** The form's fields in the order in which they appear on the page. */
  readonly fields: readonly FieldPath<Values>[];
  /** How often some of the fields were found invalid without a submit. */
  readonly attempts?: number;
}

/**
 * A summary of all errors of a form. Each line has the text of the field's error and links to the field. Errors of values
 * that the page has no field for come last, without a link, because otherwise the form would do nothing when submitted.
 */
export function ErrorSummary<Values extends FieldValues>({
  form,
  fields,
  attempts = 0,
}: ErrorSummaryProps<Values>) {
  const formState = useFormState({ control: form.control });
  const headingId = useId();
  const listId = useId();
  const lines = fields.flatMap((field) => {
    const message = form.getFieldState(field, formState).error?.message;
    return message === undefined ? [] : [{ field, message }];
  });
  const others = findErrors(formState.errors).filter(({ path }) => !fields.some((field) => field === path));
  if (lines.length + others.length === 0) return null;
  return (
    <div className={style({ marginBottom: 24 })}>
      <div
        // A new attempt creates a new group, which takes the focus again.
        key={formState.submitCount + attempts}
        // Errors that are present on arrival come from another step, and that step's link focuses the field.
        ref={formState.submitCount + attempts > 0 ? takeFocus : null}
        role="group"
        aria-labelledby={headingId}
        // The description is announced when the group receives the focus. The content of a group is not.
        aria-describedby={listId}
        tabIndex={-1}
        className={problemStyle({ tone: 'negative' })}
      >
        <h2 id={headingId} className={style({ font: 'title', margin: 0 })}>
          There is a problem
        </h2>
        <ul
          id={listId}
          className={style({ margin: 0, paddingStart: 20, display: 'flex', flexDirection: 'column', gap: 4 })}
        >
          {lines.map(({ field, message }) => (
            <li key={field}>
              <a
                href={`#${field}`}
                className={linkStyle({})}
                onClick={(event) => {
                  event.preventDefault();
                  form.setFocus(field);
                }}
              >
                {message}
              </a>
            </li>
          ))}
          {others.map(({ path, message }) => (
            <li key={path}>{`${path.split('.').at(-1)}: ${message}`}</li>
          ))}
        </ul>
      </div>
    </div>
  );
}

interface FoundError {
  /** The path of its field. */
  readonly path: string;
  readonly message: string;
}

/** All errors in a part of the form's errors. */
function findErrors(errors: unknown, path: readonly string[] = []): readonly FoundError[] {
  if (typeof errors !== 'object' || errors === null) return [];
  // A field can be called `type` or `message`, too, but then it contains an object.
  if ('type' in errors && typeof errors.type === 'string') {
    const isText = 'message' in errors && typeof errors.message === 'string' && errors.message !== '';
    return [{ path: path.join('.'), message: isText ? String(errors.message) : 'This value is not valid.' }];
  }
  return Object.entries(errors).flatMap(([name, error]) => findErrors(error, [...path, name]));
}
