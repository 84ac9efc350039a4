import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { readFlash } from '#server/http/answers/flash-message.ts';
import { Button } from '../../_ui/button/button.tsx';
import { FormButtons, FormPage, FormSection } from '../../_ui/form-page/form-page.tsx';
import { MailField } from '../../_ui/form-page/mail-field.tsx';
import { PageForm } from '../../_ui/form-page/page-form.tsx';
import { messages } from '../../_ui/messages/messages.ts';
import { FlashNote } from '../../flash-note.tsx';

export function generateMetadata(): Metadata {
  return { title: messages('signIn')('forgottenTitle') };
}

/** Page for people who forgot their password. */
export default async function ForgottenPage() {
  const t = messages('signIn');
  const flash = readFlash(await headers(), '/sign-in/forgotten');
  return (
    <FormPage
      title={t('forgottenTitle')}
      lead={t('forgottenLead')}
      back={{ href: '/sign-in', label: t('toSignIn') }}
    >
      <FlashNote flash={flash} done={() => t('mailed')} />
      <FormSection>
        <PageForm action="/api/sign-in/forgotten">
          <MailField label={t('mail')} typed={flash?.mail} isUserName />
          <FormButtons>
            <Button look="primary" type="submit">
              {t('sendLink')}
            </Button>
          </FormButtons>
        </PageForm>
      </FormSection>
    </FormPage>
  );
}
