import type { FlashMessage } from '../server/http/answers/flash-message.ts';
import { FormNote } from './_ui/form-page/form-page.tsx';
import { messages } from './_ui/messages/messages.ts';

/** Why a form was rejected, or the sentence for what it did. Nothing if none was submitted. */
export function FlashNote({ flash, done }: { flash: FlashMessage | null; done: (key: string) => string }) {
  const rejection = messages('rejection');
  if (flash?.refused)
    return (
      <FormNote look="refused">{rejection(flash.refused.code, { limit: flash.refused.limit ?? 0 })}</FormNote>
    );
  return flash?.done ? <FormNote look="done">{done(flash.done)}</FormNote> : null;
}
