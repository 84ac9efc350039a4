import { Button } from '../_ui/button/button.tsx';
import { FormButtons, FormSection } from '../_ui/form-page/form-page.tsx';
import { NameField } from '../_ui/form-page/name-field.tsx';
import { PageForm } from '../_ui/form-page/page-form.tsx';
import { messages } from '../_ui/messages/messages.ts';

/** The person's name. */
export function NameSection({ name }: { name: string }) {
  const t = messages('account');
  return (
    <FormSection title={t('name')}>
      <PageForm action="/api/account/name">
        <NameField label={t('name')} hint={t('nameHint')} known={name} />
        <FormButtons>
          <Button type="submit">{t('rename')}</Button>
        </FormButtons>
      </PageForm>
    </FormSection>
  );
}
