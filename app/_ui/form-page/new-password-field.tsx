import { Field } from '../field.tsx';

/** Where a new password is typed, or put in by whatever keeps one's passwords. */
export function NewPasswordField({ label, hint }: { label: string; hint: string }) {
  return (
    <Field label={label} hint={hint}>
      {(tie) => (
        <input {...tie} type="password" name="password" required minLength={8} autoComplete="new-password" />
      )}
    </Field>
  );
}
