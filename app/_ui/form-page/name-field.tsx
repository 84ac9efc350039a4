import { LIMITS } from '../../../domain/debate/engine/limits.ts';
import { Field } from '../field.tsx';

interface NameFieldProps {
  readonly label: string;
  readonly hint?: string;
  /** The name one has already. */
  readonly known?: string;
}

/** Where a person's name is typed, in whatever script they write it. */
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
