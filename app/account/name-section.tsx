import { LIMITS } from '../../domain/debate/limits.ts';
import { Button } from '../_ui/button/button.tsx';
import { Field } from '../_ui/field.tsx';
import { FormButtons, FormSection, PlainForm } from '../_ui/form-page/form-page.tsx';
import { messages } from '../_ui/messages/messages.ts';

/** What one is called. */
export function NameSection({ name }: { name: string }) {
  const t = messages('account');
  return (
    <FormSection title={t('name')}>
      <PlainForm action="/api/account/name">
        <Field label={t('name')} hint={t('nameHint')}>
          {(tie) => (
            <input
              {...tie}
              name="name"
              required
              dir="auto"
              defaultValue={name}
              autoComplete="nickname"
              maxLength={LIMITS.nameCharacters}
            />
          )}
        </Field>
        <FormButtons>
          <Button type="submit">{t('rename')}</Button>
        </FormButtons>
      </PlainForm>
    </FormSection>
  );
}
