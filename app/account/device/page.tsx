import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { deviceLink, devicePage } from '#server/auth/sign-in/device-codes.ts';
import { parley } from '#server/handle.ts';
import { readFlash } from '#server/http/answers/flash-message.ts';
import { QrPicture } from '../../_ui/codes/qr-picture.tsx';
import { FormPage, FormSection, Secret } from '../../_ui/form-page/form-page.tsx';
import { ShownOnce } from '../../_ui/form-page/shown-once.tsx';
import { messages } from '../../_ui/messages/messages.ts';

export function generateMetadata(): Metadata {
  return { title: messages('account')('codeTitle') };
}

/** Shows the code for another device, once. */
export default async function DeviceCodePage() {
  const t = messages('account');
  const sent = await headers();
  const { auth, shownSecrets, siteOf } = parley();
  const site = siteOf(sent) ?? '';
  const person = await auth.currentPerson(sent);
  const code = person && (await shownSecrets.take(person.id, readFlash(sent, '/account/device')?.shown));
  const lead = code ? t('codeText', { site: devicePage(site) }) : t('codeNone');
  return (
    <FormPage title={t('codeTitle')} lead={lead} back={{ href: '/account', label: t('back') }}>
      {code && (
        <ShownOnce value={code}>
          <FormSection>
            <Secret short>{code}</Secret>
            <QrPicture text={deviceLink(site, code)} label={t('codePicture')} />
          </FormSection>
        </ShownOnce>
      )}
    </FormPage>
  );
}
