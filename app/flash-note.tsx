import type { FlashMessage } from '../server/http/flash-message.ts';
import { FormNote } from './_ui/form-page/form-page.tsx';
import { messages } from './_ui/messages/messages.ts';

/** Why a form was refused, or the sentence for what it did. Nothing where none was sent. */
export function FlashNote({ told, done }: { told: FlashMessage | null; done: (key: string) => string }) {
  const rejection = messages('rejection');
  if (told?.refused)
    return (
      <FormNote look="refused">{rejection(told.refused.code, { limit: told.refused.limit ?? 0 })}</FormNote>
    );
  return told?.done ? <FormNote look="done">{done(told.done)}</FormNote> : null;
}
