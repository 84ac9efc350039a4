import { Field } from '../_ui/field.tsx';
import { messages } from '../_ui/messages/messages.ts';
import { RefusableInput } from '../_ui/refused-field.tsx';

/** Asked before a change that someone else at this screen must not make. */
export function CurrentPasswordField() {
  return (
    <Field label={messages('account')('currentPassword')}>
      {(tie) => (
        <RefusableInput
          {...tie}
          about="currentPassword"
          type="password"
          name="current"
          required
          autoComplete="current-password"
        />
      )}
    </Field>
  );
}
