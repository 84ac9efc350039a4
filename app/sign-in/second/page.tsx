import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { hasPasskeys } from '#server/auth/second-factor/passkeys.ts';
import { parley } from '#server/handle.ts';
import { readFlash } from '#server/http/answers/flash-message.ts';
import { Button } from '../../_ui/button/button.tsx';
import { FormButtons, FormHint, FormPage, FormSection } from '../../_ui/form-page/form-page.tsx';
import { PageForm } from '../../_ui/form-page/page-form.tsx';
import { messages } from '../../_ui/messages/messages.ts';
import { FlashNote } from '../../flash-note.tsx';
import { SecondFactorField } from '../../second-factor-field.tsx';
import { PasskeyButton } from '../passkey-button.tsx';

export function generateMetadata(): Metadata {
  return { title: messages('secondFactor')('signInTitle') };
}

/** Page for the second factor, after the first. */
export default async function SecondFactorPage() {
  const t = messages('secondFactor');
  const { auth, people, secondFactors, siteOf } = parley();
  const sent = await headers();
  const pending = await auth.pendingOf(sent);
  const account = pending && (await people.find({ id: pending.userId }));
  if (pending === null || account === null) redirect('/sign-in');
  const { authenticatorSince, passkeys } = await secondFactors.facts(pending.userId);
  const site = siteOf(sent);
  const flash = readFlash(sent, '/sign-in/second');
  return (
    <FormPage
      title={t('signInTitle')}
      lead={t('signInLead', { name: account.name })}
      back={{ href: '/sign-in', label: messages('signIn')('toSignIn') }}
    >
      <FlashNote flash={flash?.refused ? flash : null} done={() => ''} />
      {passkeys.length > 0 && site !== null && hasPasskeys(site) && (
        <FormSection title={t('passkey')}>
          <PasskeyButton label={t('usePasskey')} failed={t('passkeyFailed')} returnTo={pending.to} />
        </FormSection>
      )}
      <FormSection title={authenticatorSince === null ? t('recoveryCode') : t('code')}>
        <PageForm action="/api/sign-in/second">
          <SecondFactorField hasAuthenticator={authenticatorSince !== null} />
          <FormButtons>
            <Button look="primary" type="submit">
              {t('goOn')}
            </Button>
          </FormButtons>
        </PageForm>
        <FormHint>{t('lost')}</FormHint>
      </FormSection>
    </FormPage>
  );
}
