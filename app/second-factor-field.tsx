import { Field } from './_ui/field.tsx';
import { messages } from './_ui/messages/messages.ts';
import { RefusableInput } from './_ui/refused-field.tsx';

/** Input for a code of the authenticator app, or a recovery code. */
export function SecondFactorField({ hasAuthenticator }: { hasAuthenticator: boolean }) {
  const t = messages('secondFactor');
  return (
    <Field
      label={t(hasAuthenticator ? 'codeLabel' : 'recoveryLabel')}
      hint={hasAuthenticator ? t('codeHint') : t('recoveryHint')}
    >
      {(tie) => (
        <RefusableInput
          {...tie}
          about="code"
          name="code"
          required
          dir="ltr"
          maxLength={40}
          autoComplete="one-time-code"
          autoCapitalize="characters"
          spellCheck={false}
        />
      )}
    </Field>
  );
}
