import { Field } from '../field.tsx';
import { RefusableInput } from '../refused-field.tsx';

interface CodeFieldProps {
  readonly label: string;
  readonly hint?: string;
  /** The code already known. */
  readonly known?: string;
}

/** Input for a code of eight letters and digits, in any case, with or without its dash. */
export function CodeField({ label, hint, known = '' }: CodeFieldProps) {
  return (
    <Field label={label} hint={hint}>
      {(tie) => (
        <RefusableInput
          {...tie}
          about="code"
          name="code"
          required
          dir="ltr"
          maxLength={20}
          defaultValue={known}
          autoComplete="one-time-code"
          autoCapitalize="characters"
          spellCheck={false}
        />
      )}
    </Field>
  );
}
