import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { hasPasskeys } from '#server/auth/second-factor/passkeys.ts';
import { parley } from '#server/handle.ts';
import { readFlash } from '#server/http/answers/flash-message.ts';
import { safeRedirectPath } from '#server/http/answers/safe-redirect-path.ts';
import { Button } from '../../_ui/button/button.tsx';
import { FormButtons, FormHint, FormPage, FormSection } from '../../_ui/form-page/form-page.tsx';
import { PageForm } from '../../_ui/form-page/page-form.tsx';
import { PageLink } from '../../_ui/links/page-link.tsx';
import { messages } from '../../_ui/messages/messages.ts';
import { FlashNote } from '../../flash-note.tsx';
import { SecondFactorField } from '../../second-factor-field.tsx';
import { PasskeyButton } from '../../sign-in/passkey-button.tsx';
import { CurrentPasswordField } from '../current-password-field.tsx';

export function generateMetadata(): Metadata {
  return { title: messages('secondFactor')('proveTitle') };
}

interface ReauthenticatePageProps {
  readonly searchParams: Promise<{ readonly returnTo?: string }>;
}

/** Page on which people reauthenticate, in any of their account's ways. */
export default async function ReauthenticatePage({ searchParams }: ReauthenticatePageProps) {
  const t = messages('secondFactor');
  const { auth, people, secondFactors, siteOf } = parley();
  const sent = await headers();
  const person = await auth.currentPerson(sent);
  const account = person && (await people.find({ id: person.id }));
  if (person === null || account === null) redirect('/sign-in?returnTo=/account');
  const { authenticatorSince, passkeys } = await secondFactors.facts(person.id);
  const provider = auth.oidcProviderOf(account);
  const site = siteOf(sent);
  const asked = safeRedirectPath((await searchParams).returnTo);
  const returnTo = asked === '/' ? '/account' : asked;
  const hasOwnWay =
    passkeys.length > 0 ||
    account.passwordHash !== null ||
    authenticatorSince !== null ||
    account.email !== null;
  return (
    <FormPage
      title={t('proveTitle')}
      lead={t('proveLead')}
      back={{ href: '/account', label: messages('account')('back') }}
    >
      <FlashNote flash={readFlash(sent, '/account/reauthenticate')} done={() => ''} />
      {passkeys.length > 0 && site !== null && hasPasskeys(site) && (
        <FormSection title={t('passkey')}>
          <PasskeyButton label={t('usePasskey')} failed={t('passkeyFailed')} returnTo={returnTo} />
        </FormSection>
      )}
      {account.passwordHash !== null && (
        <FormSection title={t('provePassword')}>
          <PageForm action="/api/account/reauthenticate" hidden={{ returnTo }}>
            <input type="email" autoComplete="username" value={account.email ?? ''} readOnly hidden />
            <CurrentPasswordField />
            <Confirm />
          </PageForm>
        </FormSection>
      )}
      {authenticatorSince !== null && (
        <FormSection title={t('code')}>
          <PageForm action="/api/account/reauthenticate" hidden={{ returnTo }}>
            <SecondFactorField hasAuthenticator />
            <Confirm />
          </PageForm>
        </FormSection>
      )}
      {account.email !== null && (
        <FormSection title={t('proveMail')}>
          <p>{t('proveMailText', { mail: account.email })}</p>
          <PageForm action="/api/account/reauthenticate/mail" hidden={{ returnTo }}>
            <FormButtons>
              <Button type="submit">{t('proveMailSend')}</Button>
            </FormButtons>
          </PageForm>
        </FormSection>
      )}
      {provider !== null && (
        <FormSection title={provider.name}>
          <FormButtons>
            <PageLink
              look="plain"
              href={`/api/sign-in/oidc?provider=${provider.id}&again=yes&returnTo=${encodeURIComponent(returnTo)}`}
            >
              {t('proveElsewhere', { name: provider.name })}
            </PageLink>
          </FormButtons>
          {!hasOwnWay && <FormHint>{t('proveElsewhereOnly', { name: provider.name })}</FormHint>}
        </FormSection>
      )}
      {!hasOwnWay && provider === null && <FormHint>{t('proveNone')}</FormHint>}
    </FormPage>
  );
}

function Confirm() {
  return (
    <FormButtons>
      <Button look="primary" type="submit">
        {messages('secondFactor')('goOn')}
      </Button>
    </FormButtons>
  );
}
