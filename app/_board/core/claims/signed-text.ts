import type { Translate } from '#app/_ui/messages/messages.ts';
import { isBlanked, withSigns } from '#domain/debate/erasure/tombstone.ts';

/** Returns a stored text as people read it: with a note where words were erased. Its lines stay as they are. */
export function signedText(t: Translate<'claim'>, text: string): string {
  return isBlanked(text) ? t('erasedText') : withSigns(text, t('erasedWords'));
}
