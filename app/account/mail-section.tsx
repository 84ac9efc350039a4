import type { AccountFacts } from '../../server/auth/people/people.ts';
import type { SignedIn } from '../../server/auth/sign-in/sign-ins.ts';
import { Button } from '../_ui/button/button.tsx';
import { FormButtons, FormHint, FormSection } from '../_ui/form-page/form-page.tsx';
import { MailField } from '../_ui/form-page/mail-field.tsx';
import { PageForm } from '../_ui/form-page/page-form.tsx';
import { PageLink } from '../_ui/links/page-link.tsx';
import { messages } from '../_ui/messages/messages.ts';
import { Proof } from './proof.tsx';

interface MailSectionProps {
  readonly person: SignedIn;
  readonly account: AccountFacts;
  /** The available OpenID Connect providers. */
  readonly providers: readonly { readonly id: string; readonly name: string }[];
  /** Name of the provider through which this account signs in; `null` for none. */
  readonly provider: string | null;
  /** True if an address can be added or changed by email. */
  readonly mayAdd: boolean;
  readonly typed: string | undefined;
}

/** The address used to sign in, and other providers. */
export function MailSection({ person, account, providers, provider, mayAdd, typed }: MailSectionProps) {
  const t = messages('account');
  const { email, oidcSubject } = account;
  // An account is linked to a provider by its confirmed address; a guest has none yet.
  const mayLink = oidcSubject === null && email === null;
  return (
    <FormSection title={t('mail')}>
      {mayAdd ? (
        <PageForm action="/api/account/mail">
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
        </PageForm>
      ) : (
        <FormHint>{email === null ? t('mailByProvider') : t('mailFixed', { mail: email })}</FormHint>
      )}
      {provider !== null && <FormHint>{t('elsewhere', { name: provider })}</FormHint>}
      {mayLink && (
        <FormButtons>
          {providers.map(({ id, name }) => (
            <PageLink look="plain" key={id} href={`/api/sign-in/oidc?provider=${id}&returnTo=/account`}>
              {t('linkElsewhere', { name })}
            </PageLink>
          ))}
        </FormButtons>
      )}
    </FormSection>
  );
}
