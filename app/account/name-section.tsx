import { Button } from '../_ui/button/button.tsx';
import { FormButtons, FormSection, PlainForm } from '../_ui/form-page/form-page.tsx';
import { NameField } from '../_ui/form-page/name-field.tsx';
import { messages } from '../_ui/messages/messages.ts';

/** The person's name. */
export function NameSection({ name }: { name: string }) {
  const t = messages('account');
  return (
    <FormSection title={t('name')}>
      <PlainForm action="/api/account/name">
        <NameField label={t('name')} hint={t('nameHint')} known={name} />
        <FormButtons>
          <Button type="submit">{t('rename')}</Button>
        </FormButtons>
      </PlainForm>
    </FormSection>
  );
}
