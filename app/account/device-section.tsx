import { Button } from '../_ui/button/button.tsx';
import { FormButtons, FormSection } from '../_ui/form-page/form-page.tsx';
import { PageForm } from '../_ui/form-page/page-form.tsx';
import { messages } from '../_ui/messages/messages.ts';

/** Signing in on another device. */
export function DeviceSection({ name }: { name: string }) {
  const t = messages('account');
  return (
    <FormSection title={t('device')}>
      <p>{t('deviceText', { name })}</p>
      <PageForm action="/api/account/device">
        <FormButtons>
          <Button type="submit">{t('makeCode')}</Button>
        </FormButtons>
      </PageForm>
    </FormSection>
  );
}
