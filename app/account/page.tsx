import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { parley } from '../../server/handle.ts';
import { readFlash } from '../../server/http/answers/flash-message.ts';
import { FormPage, FormSection, Secret } from '../_ui/form-page/form-page.tsx';
import { ShownOnce } from '../_ui/form-page/shown-once.tsx';
import { PageLink } from '../_ui/links/page-link.tsx';
import { messages } from '../_ui/messages/messages.ts';
import { FlashNote } from '../flash-note.tsx';
import { AccessTokenSection } from './access-token-section.tsx';
import { DataSection } from './data-section.tsx';
import { DeviceSection } from './device-section.tsx';
import { MailSection } from './mail-section.tsx';
import { NameSection } from './name-section.tsx';
import { NotificationMailSection } from './notification-mail-section.tsx';
import { PasswordSection } from './password-section.tsx';
import { SecondFactorSection } from './second-factor-section.tsx';
import { SignInSection } from './sign-in-section.tsx';

export function generateMetadata(): Metadata {
  return { title: messages('account')('title') };
}

/** Keys of what the forms on this page did. */
const DONE = [
  'renamed',
  'confirmed',
  'mailChanged',
  'passwordChanged',
  'ended',
  'tokenMade',
  'notes',
] as const;

/** The person's account: who they are, how they sign in, and where they are signed in. */
export default async function AccountPage() {
  const t = messages('account');
  const site = messages('site');
  const {
    auth,
    erasures,
    signUp,
    notificationSettings,
    people,
    secondFactors,
    shownSecrets,
    signIns,
    tokens,
  } = parley();
  const sent = await headers();
  const person = await auth.currentPerson(sent);
  const account = person && (await people.find({ id: person.id }));
  if (person === null || account === null) redirect('/sign-in?returnTo=/account');
  const flash = readFlash(sent, '/account');
  const secret = await shownSecrets.take(person.id, flash?.shown);
  const lead = t(person.kind === 'guest' ? 'guestLead' : 'accountLead', { name: person.name });
  return (
    <FormPage title={t('title')} lead={lead} back={{ href: '/', label: site('home') }}>
      <FlashNote flash={flash} done={(key) => t(`done.${DONE.find((one) => one === key) ?? 'other'}`)} />
      {secret !== null && (
        <ShownOnce value={secret}>
          <FormSection>
            <p>{t('tokenSecret')}</p>
            <Secret>{secret}</Secret>
          </FormSection>
        </ShownOnce>
      )}
      {(person.administrator || person.needsSecondFactor) && (
        <FormSection>
          <p>
            <PageLink href="/admin">{t('administer')}</PageLink>
          </p>
        </FormSection>
      )}
      <MailSection
        person={person}
        account={account}
        providers={auth.oidcProviders}
        provider={auth.oidcProviderOf(account)?.name ?? null}
        mayAdd={signUp.kind !== 'oidc'}
        typed={flash?.mail}
      />
      {account.email !== null && <PasswordSection account={account} />}
      {person.kind === 'account' && <SecondFactorSection {...(await secondFactors.facts(person.id))} />}
      <NotificationMailSection
        email={account.email}
        {...(await notificationSettings.mail(person))}
        sends={notificationSettings.mails}
      />
      <NameSection name={person.name} />
      <DeviceSection name={person.name} />
      <SignInSection
        person={person}
        signIns={await signIns.list(person.id)}
        participantIds={await erasures.partsOf(person.id)}
      />
      <AccessTokenSection person={person} account={account} tokens={await tokens.list(person.id)} />
      <DataSection />
    </FormPage>
  );
}
