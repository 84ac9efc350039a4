import { Field } from '../field.tsx';
import { RefusableInput } from '../refused-field.tsx';

/** Input for a new password, typed or filled in by a password manager. */
export function NewPasswordField({ label, hint }: { label: string; hint: string }) {
  return (
    <Field label={label} hint={hint}>
      {(tie) => (
        <RefusableInput
          {...tie}
          about="newPassword"
          type="password"
          name="password"
          required
          minLength={8}
          autoComplete="new-password"
        />
      )}
    </Field>
  );
}
