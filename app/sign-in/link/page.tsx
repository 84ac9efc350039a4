import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { parley } from '#server/handle.ts';
import { readFlash } from '#server/http/answers/flash-message.ts';
import { linkOpener } from '#server/routes/link-opener.ts';
import { Button } from '../../_ui/button/button.tsx';
import { FormButtons, FormPage, FormSection } from '../../_ui/form-page/form-page.tsx';
import { NameField } from '../../_ui/form-page/name-field.tsx';
import { PageForm } from '../../_ui/form-page/page-form.tsx';
import { messages } from '../../_ui/messages/messages.ts';
import { FlashNote } from '../../flash-note.tsx';
import { DeadLink } from '../dead-link.tsx';

export function generateMetadata(): Metadata {
  return { title: messages('signIn')('linkTitle') };
}

interface LinkPageProps {
  readonly searchParams: Promise<{ readonly code?: string }>;
}

/** Target of an email's sign-in link. Opening it uses nothing up: mail programs open links too. */
export default async function LinkPage({ searchParams }: LinkPageProps) {
  const t = messages('signIn');
  const site = messages('site');
  const sent = await headers();
  const code = String((await searchParams).code ?? '');
  const opener = await linkOpener(sent);
  const bearer = await parley().mailLinks.lookAt('sign-in', code, opener);
  if (typeof bearer === 'string') return <DeadLink why={bearer} />;
  const guest = opener.person?.kind === 'guest' ? opener.person.name : null;
  const lead =
    bearer.name === null
      ? t('linkNew', { mail: bearer.email })
      : t('linkKnown', { mail: bearer.email, name: bearer.name });
  return (
    <FormPage title={t('linkTitle')} lead={lead} back={{ href: '/', label: site('home') }}>
      <FlashNote flash={readFlash(sent, '/sign-in/link')} done={() => ''} />
      <FormSection>
        {guest !== null && <p>{t(bearer.name === null ? 'linkGuest' : 'linkGuestOther', { name: guest })}</p>}
        <PageForm action="/api/sign-in/link" hidden={{ code }}>
          {bearer.name === null && guest === null && <NameField label={t('linkName')} />}
          <FormButtons>
            <Button look="primary" type="submit">
              {bearer.name === null ? t('linkMake') : t('linkSignIn', { name: bearer.name })}
            </Button>
          </FormButtons>
        </PageForm>
      </FormSection>
    </FormPage>
  );
}
