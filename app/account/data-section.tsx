import { FormButtons, FormSection } from '../_ui/form-page/form-page.tsx';
import { PageLink } from '../_ui/links/page-link.tsx';
import { messages } from '../_ui/messages/messages.ts';

/** Download of everything stored about the person, the privacy page, and deleting the account. */
export function DataSection() {
  const t = messages('privacy');
  return (
    <FormSection title={t('dataTitle')}>
      <p>
        {t('dataText')} <PageLink href="/privacy">{t('link')}</PageLink>
      </p>
      <FormButtons>
        <PageLink look="plain" href="/api/account/data">
          {t('download')}
        </PageLink>
        <PageLink look="plain" href="/account/erase">
          {t('toErase')}
        </PageLink>
      </FormButtons>
    </FormSection>
  );
}
