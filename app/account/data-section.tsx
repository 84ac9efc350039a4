import { ButtonLink } from '../_ui/button/button-link.tsx';
import { FormButtons, FormSection } from '../_ui/form-page/form-page.tsx';
import { messages } from '../_ui/messages/messages.ts';

/** Download of everything stored about the person, the privacy page, and deleting the account. */
export function DataSection() {
  const t = messages('privacy');
  return (
    <FormSection title={t('dataTitle')}>
      <p>
        {t('dataText')} <a href="/privacy">{t('link')}</a>
      </p>
      <FormButtons>
        <ButtonLink href="/api/account/data">{t('download')}</ButtonLink>
        <ButtonLink href="/account/erase">{t('toErase')}</ButtonLink>
      </FormButtons>
    </FormSection>
  );
}
