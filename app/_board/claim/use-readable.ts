'use client';

import { isBlanked, withSigns } from '../../../domain/debate/erasure/tombstone.ts';
import { foldBlankLines } from '../../../domain/debate/texts/blank.ts';
import { useMessages } from '../../_ui/messages/use-messages.ts';

type Readable = (text: string) => string;

/** By what says the words: a large outline asks for it ten thousand times. */
const known = new WeakMap<object, Readable>();

/** Makes of a text what people read: where words were erased, it says so, and of blank lines on end it has one. */
export function useReadable(): Readable {
  const t = useMessages('claim');
  const signed = useSigned();
  const readable = known.get(t) ?? ((text) => foldBlankLines(signed(text)));
  known.set(t, readable);
  return readable;
}

/** Makes of a stretch of a text what people read, its lines as they were written: what changed may be a blank line. */
export function useSigned(): Readable {
  const t = useMessages('claim');
  return (text) => (isBlanked(text) ? t('erasedText') : withSigns(text, t('erasedWords')));
}
