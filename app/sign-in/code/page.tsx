import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { readFlash } from '#server/http/answers/flash-message.ts';
import { Button } from '../../_ui/button/button.tsx';
import { CodeField } from '../../_ui/form-page/code-field.tsx';
import { FormButtons, FormHint, FormPage, FormSection } from '../../_ui/form-page/form-page.tsx';
import { PageForm } from '../../_ui/form-page/page-form.tsx';
import { messages } from '../../_ui/messages/messages.ts';
import { FlashNote } from '../../flash-note.tsx';

export function generateMetadata(): Metadata {
  return { title: messages('signIn')('codeTitle') };
}

/** Page after requesting an email: its code is typed here if it is read on another device. */
export default async function CodePage() {
  const t = messages('signIn');
  const flash = readFlash(await headers(), '/sign-in/code');
  return (
    <FormPage title={t('codeTitle')} lead={t('codeLead')} back={{ href: '/sign-in', label: t('toSignIn') }}>
      <FlashNote flash={flash} done={() => t('mailed')} />
      <FormSection>
        <PageForm action="/api/sign-in/code">
          <CodeField label={t('codeField')} hint={t('codeHint')} />
          <FormButtons>
            <Button look="primary" type="submit">
              {t('codeGo')}
            </Button>
          </FormButtons>
        </PageForm>
        <FormHint>{t('codeNone')}</FormHint>
      </FormSection>
    </FormPage>
  );
}
