import { LIMITS } from '#domain/debate/engine/limits.ts';
import { Field } from '../field.tsx';
import { RefusableInput } from '../refused-field.tsx';

interface NameFieldProps {
  readonly label: string;
  readonly hint?: string;
  /** The present name. */
  readonly known?: string;
}

/** Input for a person's name, in any script. */
export function NameField({ label, hint, known }: NameFieldProps) {
  return (
    <Field label={label} hint={hint}>
      {(tie) => (
        <RefusableInput
          {...tie}
          about="name"
          name="name"
          required
          dir="auto"
          defaultValue={known}
          autoComplete="nickname"
          maxLength={LIMITS.nameCharacters}
        />
      )}
    </Field>
  );
}
