import { Field } from '../_ui/field.tsx';
import { messages } from '../_ui/messages/messages.ts';

/** Asked before something is changed that somebody else at this screen must not change. */
export function CurrentPasswordField() {
  return (
    <Field label={messages('account')('currentPassword')}>
      {(tie) => <input {...tie} type="password" name="current" required autoComplete="current-password" />}
    </Field>
  );
}
