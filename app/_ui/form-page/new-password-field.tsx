import { Field } from '../field.tsx';

/** Input for a new password, typed or filled in by a password manager. */
export function NewPasswordField({ label, hint }: { label: string; hint: string }) {
  return (
    <Field label={label} hint={hint}>
      {(tie) => (
        <input {...tie} type="password" name="password" required minLength={8} autoComplete="new-password" />
      )}
    </Field>
  );
}
