import type { Steps } from '../../collections/steps.ts';
import { blankText } from './tombstone.ts';

/** Erased words: all of `words`, or those of them that are missing in what is `left`. */
export interface Erased {
  readonly words: string;
  readonly left?: string;
}

/** Characters in a row by which erased words are recognized within a longer text. */
const ALIKE = 8;
/** Characters that one step goes through. */
const STEP = 1_000;

/**
 * Texts that one change inserts, blank where they have erased words. The inserted texts are indexed and the erased ones read once: a change
 * inserts little, while erased words can be as long as the debate.
 */
export function* blankAlike(texts: readonly string[], erased: Iterable<Erased>): Steps<string[]> {
  const pieces = yield* piecesOf(texts);
  if (pieces.size === 0) return [...texts];
  const units = texts.join('').split('');
  for (const { words, left } of erased) {
    yield;
    if (words === left) continue;
    let run = 0;
    for (let at = 0; at < words.length && pieces.size > 0; at += 1) {
      if (at % STEP === STEP - 1) yield;
      run = words.charCodeAt(at) === left?.charCodeAt(at) ? 0 : run + 1;
      if (run < ALIKE) continue;
      const piece = words.slice(at + 1 - ALIKE, at + 1);
      for (const place of pieces.get(piece) ?? []) units.fill(blankText(' '), place, place + ALIKE);
      pieces.delete(piece);
    }
  }
  let end = 0;
  return texts.map(({ length }) => {
    end += length;
    return units.slice(end - length, end).join('');
  });
}

/** The places of each piece of `ALIKE` characters in the texts, counted through all of them. */
function* piecesOf(texts: readonly string[]): Steps<Map<string, number[]>> {
  const pieces = new Map<string, number[]>();
  let from = 0;
  for (const text of texts) {
    for (let at = 0; at + ALIKE <= text.length; at += 1) {
      if (at % STEP === STEP - 1) yield;
      const piece = text.slice(at, at + ALIKE);
      const places = pieces.get(piece);
      if (places) places.push(from + at);
      else pieces.set(piece, [from + at]);
    }
    from += text.length;
  }
  return pieces;
}
