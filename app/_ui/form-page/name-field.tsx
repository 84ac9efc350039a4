import { LIMITS } from '#domain/debate/engine/limits.ts';
import { Field } from '../field.tsx';

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
        <input
          {...tie}
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
