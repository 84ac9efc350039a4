import { Field } from '../field.tsx';
import { RefusableInput } from '../refused-field.tsx';

interface MailFieldProps {
  readonly label: string;
  readonly hint?: string;
  /** The address entered before. */
  readonly typed?: string;
  /** True if it is the name used to sign in. */
  readonly isUserName?: boolean;
}

/** Input for an email address. */
export function MailField({ label, hint, typed = '', isUserName = false }: MailFieldProps) {
  return (
    <Field label={label} hint={hint}>
      {(tie) => (
        <RefusableInput
          {...tie}
          about="mail"
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
