import { Field } from '../_ui/field.tsx';
import { messages } from '../_ui/messages/messages.ts';

/** Asked before a change that someone else at this screen must not make. */
export function CurrentPasswordField() {
  return (
    <Field label={messages('account')('currentPassword')}>
      {(tie) => <input {...tie} type="password" name="current" required autoComplete="current-password" />}
    </Field>
  );
}
