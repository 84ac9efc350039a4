import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { toRejection } from '../../domain/debate/engine/rejections.ts';
import { hasPasskeys } from '../../server/auth/second-factor/passkeys.ts';
import type { SignUp } from '../../server/auth/sign-in/sign-up.ts';
import { parley } from '../../server/handle.ts';
import { readFlash } from '../../server/http/answers/flash-message.ts';
import { safeRedirectPath } from '../../server/http/answers/safe-redirect-path.ts';
import { Button } from '../_ui/button/button.tsx';
import { Field } from '../_ui/field.tsx';
import { FormButtons, FormHint, FormNote, FormPage, FormSection } from '../_ui/form-page/form-page.tsx';
import { MailField } from '../_ui/form-page/mail-field.tsx';
import { NameField } from '../_ui/form-page/name-field.tsx';
import { PageForm } from '../_ui/form-page/page-form.tsx';
import { PageLink } from '../_ui/links/page-link.tsx';
import { messages } from '../_ui/messages/messages.ts';
import { FlashNote } from '../flash-note.tsx';
import { ForgetEnded } from './forget-ended.tsx';
import { ForgetErased } from './forget-erased.tsx';
import { PasskeyButton } from './passkey-button.tsx';

export function generateMetadata(): Metadata {
  return { title: messages('signIn')('title') };
}

interface SignInPageProps {
  readonly searchParams: Promise<{ readonly returnTo?: string; readonly error?: string }>;
}

/** All ways to sign in: account, link by email, another provider, guest, another device. */
export default async function SignInPage({ searchParams }: SignInPageProps) {
  const t = messages('signIn');
  const site = messages('site');
  const { auth, signUp, siteOf } = parley();
  const sent = await headers();
  const { returnTo: asked, error } = await searchParams;
  const returnTo = safeRedirectPath(asked);
  const address = siteOf(sent);
  const passkeySite = address !== null && hasPasskeys(address);
  const person = await auth.currentPerson(sent);
  // @auth/core reports in the address that something went wrong; only its log would know what.
  const flash =
    error === undefined
      ? readFlash(sent, '/sign-in')
      : { at: '/sign-in', refused: toRejection('provider_sign_in_failed') };
  return (
    <FormPage title={t('title')} lead={t('lead')} back={{ href: returnTo, label: site('back') }}>
      <FlashNote flash={flash} done={(key) => t(key === 'erased' ? 'erased' : 'endedAll')} />
      {flash?.done === 'erased' && <ForgetErased />}
      {flash?.done === 'endedAll' && <ForgetEnded />}
      {person && (
        <FormNote look="done">
          {t(person.kind === 'guest' ? 'asGuestNow' : 'asNow', { name: person.name })}{' '}
          <PageLink href="/account">{t('toAccount')}</PageLink>
        </FormNote>
      )}
      {auth.oidcProviders.map(({ id, name }) => (
        <FormSection key={id} title={name}>
          <PageLink
            look="primary"
            href={`/api/sign-in/oidc?provider=${id}&returnTo=${encodeURIComponent(returnTo)}`}
          >
            {t('oidc', { name })}
          </PageLink>
        </FormSection>
      ))}
      <FormSection title={t('account')}>
        <PageForm action="/api/sign-in/password" hidden={{ returnTo }}>
          <MailField label={t('mail')} typed={flash?.mail} isUserName />
          <Field label={t('password')}>
            {(tie) => (
              <input {...tie} type="password" name="password" required autoComplete="current-password" />
            )}
          </Field>
          <FormButtons>
            <Button look="primary" type="submit">
              {t('byPassword')}
            </Button>
            <Button type="submit" formAction="/api/sign-in/mail" formNoValidate>
              {t('byMail')}
            </Button>
          </FormButtons>
        </PageForm>
        <FormHint>
          {signUpHint(signUp)} <PageLink href="/sign-in/forgotten">{t('forgotten')}</PageLink>
        </FormHint>
        {passkeySite && (
          <PasskeyButton
            label={messages('secondFactor')('signInByPasskey')}
            failed={messages('secondFactor')('passkeyFailed')}
            returnTo={returnTo}
            anyone
          />
        )}
      </FormSection>
      {person === null && (
        <FormSection title={t('guest')}>
          <PageForm action="/api/guest" hidden={{ returnTo }}>
            <NameField label={t('guestName')} hint={t('guestText')} />
            <FormButtons>
              <Button type="submit">{t('asGuest')}</Button>
            </FormButtons>
          </PageForm>
        </FormSection>
      )}
      <FormSection title={t('device')}>
        <p>
          <PageLink href="/sign-in/device">{t('deviceLink')}</PageLink>
        </p>
      </FormSection>
      <FormSection>
        <FormHint>
          <PageLink href="/privacy">{messages('privacy')('title')}</PageLink>
        </FormHint>
      </FormSection>
    </FormPage>
  );
}

/** Returns what a link in an email does, and who can create an account. */
function signUpHint(signUp: SignUp): string {
  const t = messages('signIn');
  if (signUp.kind !== 'domains') return t(`signUp.${signUp.kind}`);
  const list = new Intl.ListFormat('en', { type: 'disjunction' });
  return t('signUp.domains', { domains: list.format(signUp.domains) });
}
