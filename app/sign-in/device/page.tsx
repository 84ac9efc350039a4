import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { readTold } from '../../../server/http/told.ts';
import { Button } from '../../_ui/button/button.tsx';
import { Field } from '../../_ui/field.tsx';
import { FormButtons, FormPage, FormSection, PlainForm } from '../../_ui/form-page/form-page.tsx';
import { messages } from '../../_ui/messages/messages.ts';
import { ToldNote } from '../../told-note.tsx';

export function generateMetadata(): Metadata {
  return { title: messages('signIn')('deviceTitle') };
}

interface DevicePageProps {
  readonly searchParams: Promise<{ readonly code?: string }>;
}

/** Where a code from another device is typed, or stands already when its picture was taken. */
export default async function DevicePage({ searchParams }: DevicePageProps) {
  const t = messages('signIn');
  const code = String((await searchParams).code ?? '').slice(0, 20);
  return (
    <FormPage
      title={t('deviceTitle')}
      lead={t('deviceText')}
      back={{ href: '/sign-in', label: t('toSignIn') }}
    >
      <ToldNote told={readTold(await headers(), '/sign-in/device')} done={() => ''} />
      <FormSection>
        <PlainForm action="/api/sign-in/device">
          <Field label={t('deviceCode')}>
            {(tie) => (
              <input
                {...tie}
                name="code"
                required
                dir="ltr"
                maxLength={20}
                defaultValue={code}
                autoComplete="one-time-code"
                autoCapitalize="characters"
                spellCheck={false}
              />
            )}
          </Field>
          <FormButtons>
            <Button look="primary" type="submit">
              {t('deviceGo')}
            </Button>
          </FormButtons>
        </PlainForm>
      </FormSection>
    </FormPage>
  );
}
