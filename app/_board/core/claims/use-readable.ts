'use client';

import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { foldBlankLines } from '#domain/debate/texts/blank.ts';
import { signedText } from './signed-text.ts';

type Readable = (text: string) => string;

/** Cached by the catalogue's translator: a large outline asks for it 10,000 times. */
const known = new WeakMap<object, Readable>();

/** Returns a function that makes stored text readable: it marks erased words, and collapses consecutive blank lines into one. */
export function useReadable(): Readable {
  const t = useMessages('claim');
  const signed = useSigned();
  const readable = known.get(t) ?? ((text) => foldBlankLines(signed(text)));
  known.set(t, readable);
  return readable;
}

/** Returns a function that makes part of a text readable and keeps its lines: the change may be a blank line. */
export function useSigned(): Readable {
  const t = useMessages('claim');
  return (text) => signedText(t, text);
}
