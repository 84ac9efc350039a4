import type { AccountFacts } from '../../server/auth/people.ts';
import type { SignedIn } from '../../server/auth/sign-ins.ts';
import { Button } from '../_ui/button/button.tsx';
import { ButtonLink } from '../_ui/button/button-link.tsx';
import { FormButtons, FormHint, FormSection, PlainForm } from '../_ui/form-page/form-page.tsx';
import { MailField } from '../_ui/form-page/mail-field.tsx';
import { messages } from '../_ui/messages/messages.ts';
import { Proof } from './proof.tsx';

interface MailSectionProps {
  readonly person: SignedIn;
  readonly account: AccountFacts;
  readonly oidcName: string | null;
  readonly typed: string | undefined;
}

/** The address one signs in by, and the other provider. */
export function MailSection({ person, account, oidcName, typed }: MailSectionProps) {
  const t = messages('account');
  const { email, oidcSubject } = account;
  return (
    <FormSection title={t('mail')}>
      <PlainForm action="/api/account/mail">
        <MailField
          label={t('mail')}
          hint={email === null ? t('mailNone') : t('mailNow', { mail: email })}
          typed={typed}
        />
        <Proof person={person} account={account} returnTo="/account" />
        <FormButtons>
          <Button look={email === null ? 'primary' : 'plain'} type="submit">
            {t(email === null ? 'addMail' : 'changeMail')}
          </Button>
        </FormButtons>
      </PlainForm>
      {oidcName !== null && oidcSubject !== null && <FormHint>{t('elsewhere', { name: oidcName })}</FormHint>}
      {/* An account comes to have the provider by its confirmed address; a guest has none yet. */}
      {oidcName !== null && oidcSubject === null && email === null && (
        <FormButtons>
          <ButtonLink href="/api/sign-in/oidc?returnTo=/account">
            {t('linkElsewhere', { name: oidcName })}
          </ButtonLink>
        </FormButtons>
      )}
    </FormSection>
  );
}
