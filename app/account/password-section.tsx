import type { AccountFacts } from '../../server/auth/people/people.ts';
import { Button } from '../_ui/button/button.tsx';
import { FormButtons, FormHint, FormSection } from '../_ui/form-page/form-page.tsx';
import { NewPasswordField } from '../_ui/form-page/new-password-field.tsx';
import { PageForm } from '../_ui/form-page/page-form.tsx';
import { messages } from '../_ui/messages/messages.ts';
import { CurrentPasswordField } from './current-password-field.tsx';

/** Sets a password, or changes it for a person who knows the present one. */
export function PasswordSection({ account: { email, passwordHash } }: { account: AccountFacts }) {
  const t = messages('account');
  return (
    <FormSection title={t('password')}>
      <PageForm action="/api/account/password">
        {/* For password managers: whose password this is. */}
        <input type="email" autoComplete="username" value={email ?? ''} readOnly hidden />
        {passwordHash !== null && <CurrentPasswordField />}
        <NewPasswordField label={t('newPassword')} hint={t('passwordHint')} />
        <FormButtons>
          <Button type="submit">{t(passwordHash === null ? 'setPassword' : 'changePassword')}</Button>
        </FormButtons>
      </PageForm>
      <FormHint>{t('passwordEnds')}</FormHint>
    </FormSection>
  );
}
