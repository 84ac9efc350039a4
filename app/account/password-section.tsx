import type { AccountFacts } from '../../server/auth/people.ts';
import { Button } from '../_ui/button/button.tsx';
import { FormButtons, FormHint, FormSection, PlainForm } from '../_ui/form-page/form-page.tsx';
import { NewPasswordField } from '../_ui/form-page/new-password-field.tsx';
import { messages } from '../_ui/messages/messages.ts';
import { CurrentPasswordField } from './current-password-field.tsx';

/** Where a password is set, or changed by who knows the one before. */
export function PasswordSection({ account: { email, passwordHash } }: { account: AccountFacts }) {
  const t = messages('account');
  return (
    <FormSection title={t('password')}>
      <PlainForm action="/api/account/password">
        {/* For what keeps one's passwords: whose this is. */}
        <input type="email" autoComplete="username" value={email ?? ''} readOnly hidden />
        {passwordHash !== null && <CurrentPasswordField />}
        <NewPasswordField label={t('newPassword')} hint={t('passwordHint')} />
        <FormButtons>
          <Button type="submit">{t(passwordHash === null ? 'setPassword' : 'changePassword')}</Button>
        </FormButtons>
      </PlainForm>
      <FormHint>{t('passwordEnds')}</FormHint>
    </FormSection>
  );
}
