import { ButtonLink } from '../_ui/button/button-link.tsx';
import { FormButtons, FormPage, FormSection } from '../_ui/form-page/form-page.tsx';
import { messages } from '../_ui/messages/messages.ts';

/** What stands where a link leads that was used, has expired, or never was. */
export function DeadLink() {
  const t = messages('signIn');
  const site = messages('site');
  return (
    <FormPage title={t('deadTitle')} lead={t('deadText')} back={{ href: '/', label: site('home') }}>
      <FormSection>
        <FormButtons>
          <ButtonLink href="/sign-in">{t('toSignIn')}</ButtonLink>
        </FormButtons>
      </FormSection>
    </FormPage>
  );
}
