import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { parley } from '../../../server/handle.ts';
import { readTold } from '../../../server/http/told.ts';
import { Button } from '../../_ui/button/button.tsx';
import { CodeField } from '../../_ui/form-page/code-field.tsx';
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
  const sent = await headers();
  const code = String((await searchParams).code ?? '').slice(0, 20);
  // Said before it is done: a link with a code may come from anybody, who would have one work under their name.
  const { address, deviceCodes } = parley();
  const name = code === '' ? null : await deviceCodes.nameOf(code, address());
  return (
    <FormPage
      title={t('deviceTitle')}
      lead={name === null ? t('deviceText') : t('deviceAs', { name })}
      back={{ href: '/sign-in', label: t('toSignIn') }}
    >
      <ToldNote told={readTold(sent, '/sign-in/device')} done={() => ''} />
      <FormSection>
        <PlainForm action="/api/sign-in/device">
          <CodeField label={t('deviceCode')} known={code} />
          <FormButtons>
            <Button look="primary" type="submit">
              {name === null ? t('deviceGo') : t('deviceGoAs', { name })}
            </Button>
          </FormButtons>
        </PlainForm>
      </FormSection>
    </FormPage>
  );
}
