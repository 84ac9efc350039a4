import type { Metadata } from 'next';
import { Button } from '../_ui/button/button.tsx';
import { FormButtons, FormHint, FormNote, FormPage, FormSection } from '../_ui/form-page/form-page.tsx';
import { PageForm } from '../_ui/form-page/page-form.tsx';
import { messages } from '../_ui/messages/messages.ts';

export function generateMetadata(): Metadata {
  return { title: messages('inbox')('endTitle'), robots: { index: false } };
}

interface UnsubscribePageProps {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Target of the link in an email about debates: one press ends these emails, no matter who is signed in here. */
export default async function UnsubscribePage({ searchParams }: UnsubscribePageProps) {
  const t = messages('inbox');
  const { token, done } = await searchParams;
  const action = `/api/unsubscribe?token=${encodeURIComponent(typeof token === 'string' ? token : '')}`;
  const back = { href: '/', label: messages('site')('home') };
  return (
    <FormPage title={t('endTitle')} lead={done === undefined && t('endLead')} back={back}>
      {done === undefined && (
        <FormSection>
          <PageForm action={action} hidden={{ page: 'yes' }}>
            <FormButtons>
              <Button look="primary" type="submit">
                {t('end')}
              </Button>
            </FormButtons>
          </PageForm>
        </FormSection>
      )}
      {done !== undefined && (
        <FormNote look={done === 'yes' ? 'done' : 'refused'}>
          {t(done === 'yes' ? 'ended' : 'notEnded')}
        </FormNote>
      )}
      {done === undefined && <FormHint>{t('endOne')}</FormHint>}
    </FormPage>
  );
}
