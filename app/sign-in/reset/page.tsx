import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { parley } from '#server/handle.ts';
import { readFlash } from '#server/http/answers/flash-message.ts';
import { linkOpener } from '#server/routes/link-opener.ts';
import { Button } from '../../_ui/button/button.tsx';
import { FormButtons, FormPage, FormSection } from '../../_ui/form-page/form-page.tsx';
import { NewPasswordField } from '../../_ui/form-page/new-password-field.tsx';
import { PageForm } from '../../_ui/form-page/page-form.tsx';
import { messages } from '../../_ui/messages/messages.ts';
import { FlashNote } from '../../flash-note.tsx';
import { DeadLink } from '../dead-link.tsx';

export function generateMetadata(): Metadata {
  return { title: messages('signIn')('resetTitle') };
}

interface ResetPageProps {
  readonly searchParams: Promise<{ readonly code?: string }>;
}

/** Page for setting a new password, with an email's link. */
export default async function ResetPage({ searchParams }: ResetPageProps) {
  const t = messages('signIn');
  const site = messages('site');
  const code = String((await searchParams).code ?? '');
  const sent = await headers();
  const bearer = await parley().mailLinks.lookAt('reset', code, await linkOpener(sent));
  if (typeof bearer === 'string') return <DeadLink why={bearer} />;
  const lead = t('resetText', { mail: bearer.email });
  return (
    <FormPage title={t('resetTitle')} lead={lead} back={{ href: '/', label: site('home') }}>
      <FlashNote flash={readFlash(sent, '/sign-in/reset')} done={() => ''} />
      <FormSection>
        <PageForm action="/api/sign-in/reset" hidden={{ code }}>
          {/* For password managers: whose password this is. */}
          <input type="email" autoComplete="username" value={bearer.email} readOnly hidden />
          <NewPasswordField label={t('newPassword')} hint={t('newPasswordHint')} />
          <FormButtons>
            <Button look="primary" type="submit">
              {t('setPassword')}
            </Button>
          </FormButtons>
        </PageForm>
      </FormSection>
    </FormPage>
  );
}
