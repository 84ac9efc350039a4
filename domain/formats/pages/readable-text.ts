import { isBlanked, withSigns } from '../../debate/erasure/tombstone.ts';
import type { ArgumentMap } from '../argument-map.ts';

/** The words for erased text in files to read, in English as in all files. */
export const ERASED_TEXT = {
  whole: 'Text deleted at its author’s request',
  part: '[text deleted]',
} as const;

/** A text for readers, with a note where words were erased. */
export function readable(text: string): string {
  return isBlanked(text) ? ERASED_TEXT.whole : withSigns(text, ERASED_TEXT.part);
}

/** A map with notes in place of erased words, for files that people read; those of other programs keep the blanks. */
export function readableMap(map: ArgumentMap): ArgumentMap {
  return {
    ...map,
    positions: map.positions.map((position) => ({
      ...position,
      summary: readable(position.summary),
    })),
    claims: map.claims.map((claim) => ({
      ...claim,
      text: readable(claim.text),
      passages: claim.passages.map((passage) => ({ ...passage, exact: readable(passage.exact) })),
    })),
    sources: map.sources.map((source) => ({
      ...source,
      title: readable(source.title),
      url: readable(source.url),
      locator: readable(source.locator),
      excerpt: readable(source.excerpt),
    })),
    comments: map.comments.map((one) => ({
      ...one,
      comment: { ...one.comment, text: readable(one.comment.text) },
    })),
  };
}
