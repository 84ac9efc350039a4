import { Field } from '../field.tsx';

interface MailFieldProps {
  readonly label: string;
  readonly hint?: string;
  /** What was typed before. */
  readonly typed?: string;
  /** It is the name one signs in by. */
  readonly isUserName?: boolean;
}

/** Where a mail address is typed. */
export function MailField({ label, hint, typed = '', isUserName = false }: MailFieldProps) {
  return (
    <Field label={label} hint={hint}>
      {(tie) => (
        <input
          {...tie}
          type="email"
          name="mail"
          required
          dir="ltr"
          maxLength={254}
          defaultValue={typed}
          autoComplete={isUserName ? 'username' : 'email'}
        />
      )}
    </Field>
  );
}
