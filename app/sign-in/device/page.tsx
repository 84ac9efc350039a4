import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { readFlash } from '../../../server/http/flash-message.ts';
import { MessageProvider } from '../../_ui/messages/message-provider.tsx';
import { catalogueOf, messages } from '../../_ui/messages/messages.ts';
import { FlashNote } from '../../flash-note.tsx';
import { DeviceForm } from './device-form.tsx';

export function generateMetadata(): Metadata {
  return { title: messages('deviceCode')('title') };
}

/** Where a code from another device is typed, or stands already when its picture was taken. */
export default async function DevicePage() {
  return (
    <MessageProvider {...catalogueOf('deviceCode')}>
      <DeviceForm back={messages('signIn')('toSignIn')}>
        <FlashNote flash={readFlash(await headers(), '/sign-in/device')} done={() => ''} />
      </DeviceForm>
    </MessageProvider>
  );
}
