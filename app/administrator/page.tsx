import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { parley } from '../../server/handle.ts';
import { readFlash } from '../../server/http/answers/flash-message.ts';
import { Button } from '../_ui/button/button.tsx';
import { FormButtons, FormHint, FormPage, FormSection } from '../_ui/form-page/form-page.tsx';
import { MailField } from '../_ui/form-page/mail-field.tsx';
import { NameField } from '../_ui/form-page/name-field.tsx';
import { NewPasswordField } from '../_ui/form-page/new-password-field.tsx';
import { PageForm } from '../_ui/form-page/page-form.tsx';
import { messages } from '../_ui/messages/messages.ts';
import { FlashNote } from '../flash-note.tsx';
import { DeadLink } from '../sign-in/dead-link.tsx';

export function generateMetadata(): Metadata {
  return { title: messages('signIn')('adminTitle') };
}

interface AdministratorPageProps {
  readonly searchParams: Promise<{ readonly code?: string }>;
}

/** Target of the link that a start prints. */
export default async function AdministratorPage({ searchParams }: AdministratorPageProps) {
  const t = messages('signIn');
  const site = messages('site');
  const { auth, administration } = parley();
  const sent = await headers();
  const code = String((await searchParams).code ?? '');
  if (!(await administration.takesCode(code))) return <DeadLink />;
  const person = await auth.currentPerson(sent);
  const flash = readFlash(sent, '/administrator');
  return (
    <FormPage title={t('adminTitle')} lead={t('adminText')} back={{ href: '/', label: site('home') }}>
      <FlashNote flash={flash} done={() => ''} />
      <FormSection title={person?.name ?? t('account')}>
        <PageForm action="/api/administrator" hidden={{ code }}>
          {person?.kind !== 'account' && <FormHint>{t('adminAccount')}</FormHint>}
          {person === null && <NameField label={t('guestName')} />}
          {person?.kind !== 'account' && (
            <>
              <MailField label={t('mail')} typed={flash?.mail} isUserName />
              <NewPasswordField label={t('newPassword')} hint={t('newPasswordHint')} />
            </>
          )}
          <FormButtons>
            <Button look="primary" type="submit">
              {t('adminGo')}
            </Button>
          </FormButtons>
        </PageForm>
      </FormSection>
    </FormPage>
  );
}
