import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { parley } from '#server/handle.ts';
import { readFlash } from '#server/http/answers/flash-message.ts';
import { linkOpener } from '#server/routes/link-opener.ts';
import { Button } from '../../_ui/button/button.tsx';
import { FormButtons, FormPage, FormSection } from '../../_ui/form-page/form-page.tsx';
import { PageForm } from '../../_ui/form-page/page-form.tsx';
import { messages } from '../../_ui/messages/messages.ts';
import { FlashNote } from '../../flash-note.tsx';
import { DeadLink } from '../../sign-in/dead-link.tsx';

export function generateMetadata(): Metadata {
  return { title: messages('account')('confirmTitle') };
}

interface ConfirmPageProps {
  readonly searchParams: Promise<{ readonly code?: string }>;
}

/** Target of the link that confirms an email address. */
export default async function ConfirmPage({ searchParams }: ConfirmPageProps) {
  const t = messages('account');
  const site = messages('site');
  const code = String((await searchParams).code ?? '');
  const sent = await headers();
  const bearer = await parley().mailLinks.lookAt('confirm', code, await linkOpener(sent));
  if (typeof bearer === 'string') return <DeadLink why={bearer === 'gone' ? 'gone' : 'otherPerson'} />;
  const lead = t('confirmText', { mail: bearer.email, name: bearer.name ?? '' });
  return (
    <FormPage title={t('confirmTitle')} lead={lead} back={{ href: '/', label: site('home') }}>
      <FlashNote flash={readFlash(sent, '/account/confirm')} done={() => ''} />
      <FormSection>
        <PageForm action="/api/account/confirm" hidden={{ code }}>
          <FormButtons>
            <Button look="primary" type="submit">
              {t('confirmGo')}
            </Button>
          </FormButtons>
        </PageForm>
      </FormSection>
    </FormPage>
  );
}
