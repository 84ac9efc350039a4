import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { readFlash } from '#server/http/answers/flash-message.ts';
import { MessageProvider } from '../../_ui/messages/message-provider.tsx';
import { catalogueOf, messages } from '../../_ui/messages/messages.ts';
import { FlashNote } from '../../flash-note.tsx';
import { DeviceForm } from './device-form.tsx';

export function generateMetadata(): Metadata {
  return { title: messages('deviceCode')('title') };
}

/** Page for a code from another device: typed, or filled in when its QR code was scanned. */
export default async function DevicePage() {
  return (
    <MessageProvider {...catalogueOf('deviceCode')}>
      <DeviceForm back={messages('signIn')('toSignIn')}>
        <FlashNote flash={readFlash(await headers(), '/sign-in/device')} done={() => ''} />
      </DeviceForm>
    </MessageProvider>
  );
}
