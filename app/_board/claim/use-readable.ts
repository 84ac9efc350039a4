'use client';

import { isBlanked, withSigns } from '../../../domain/debate/tombstone.ts';
import { useMessages } from '../../_ui/messages/use-messages.ts';

type Readable = (text: string) => string;

/** By what says the words: a large outline asks for it ten thousand times. */
const known = new WeakMap<object, Readable>();

/** Makes of a text what people read: where words were erased, it says so. */
export function useReadable(): Readable {
  const t = useMessages('claim');
  const readable: Readable =
    known.get(t) ?? ((text) => (isBlanked(text) ? t('erasedText') : withSigns(text, t('erasedWords'))));
  known.set(t, readable);
  return readable;
}
