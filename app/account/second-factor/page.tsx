import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { hasPasskeys } from '#server/auth/second-factor/passkeys.ts';
import { parley } from '#server/handle.ts';
import { readFlash } from '#server/http/answers/flash-message.ts';
import { Button } from '../../_ui/button/button.tsx';
import { FormButtons, FormHint, FormPage, FormSection, Secret } from '../../_ui/form-page/form-page.tsx';
import { PageForm } from '../../_ui/form-page/page-form.tsx';
import { ShownOnce } from '../../_ui/form-page/shown-once.tsx';
import { messages } from '../../_ui/messages/messages.ts';
import { FlashNote } from '../../flash-note.tsx';
import { AuthenticatorSection } from './authenticator-section.tsx';
import { PasskeySection } from './passkey-section.tsx';

export function generateMetadata(): Metadata {
  return { title: messages('secondFactor')('title') };
}

const HERE = '/account/second-factor';

/** Page for setting up, listing and removing second factors. */
export default async function SecondFactorSetupPage() {
  const t = messages('secondFactor');
  const { auth, authenticators, people, reauthentication, secondFactors, shownSecrets, siteOf } = parley();
  const sent = await headers();
  const person = await auth.currentPerson(sent);
  const account = person && (await people.find({ id: person.id }));
  if (person === null || account === null) redirect(`/sign-in?returnTo=${HERE}`);
  if (person.kind === 'guest') redirect('/account');
  // This page shows the secret of a setup in progress.
  if (!reauthentication.isRecent(person)) redirect(`/account/reauthenticate?returnTo=${HERE}`);
  const flash = readFlash(sent, HERE);
  const codes = await shownSecrets.take(person.id, flash?.shown);
  const facts = await secondFactors.facts(person.id);
  const setup = await authenticators.setup(person.id, account.email ?? person.name);
  const site = siteOf(sent);
  return (
    <FormPage
      title={t('title')}
      lead={t('lead')}
      back={{ href: '/account', label: messages('account')('back') }}
    >
      <FlashNote flash={flash} done={(key) => t('done', { done: key })} />
      {person.needsSecondFactor && <FormSection title={t('needed')}>{t('neededText')}</FormSection>}
      {codes !== null && (
        <ShownOnce value={codes}>
          <FormSection title={t('recoveryCodes')}>
            <p>{t('recoveryShown')}</p>
            <Secret>{codes}</Secret>
          </FormSection>
        </ShownOnce>
      )}
      <AuthenticatorSection since={facts.authenticatorSince} setup={setup} />
      <PasskeySection passkeys={facts.passkeys} isOffered={site !== null && hasPasskeys(site)} />
      {(facts.authenticatorSince !== null || facts.passkeys.length > 0) && (
        <FormSection title={t('recoveryCodes')}>
          <p>{t('recoveryLeft', { count: facts.recoveryCodes })}</p>
          <PageForm action="/api/account/recovery-codes">
            <FormButtons>
              <Button type="submit">{t('recoveryRenew')}</Button>
            </FormButtons>
          </PageForm>
          <FormHint>{t('recoveryRenewHint')}</FormHint>
        </FormSection>
      )}
    </FormPage>
  );
}
