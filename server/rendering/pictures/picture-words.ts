import { isBlanked, withSigns } from '#domain/debate/erasure/tombstone.ts';

/** The words in pictures of a debate, in English: their readers need not use the board's language. */
export const PICTURE_WORDS = {
  motion: 'Motion',
  supports: 'supports',
  attacks: 'attacks',
  undercuts: 'undercuts',
  retracted: 'retracted',
  contested: 'contested',
  hidden: 'hidden',
  held: 'awaiting approval',
  returned: 'sent back',
  embargoed: 'only you',
  locked: 'locked',
  merged: 'merged in',
  votesHidden: 'votes hidden',
  fewVotes: 'fewer than 5 votes',
  erasedText: 'Text deleted at its author’s request',
  erasedWords: '[text deleted]',
  claims: 'claims',
  heldBy: 'for',
  by: 'by',
  strength: 'strength',
  very_weak: 'very weak',
  weak: 'weak',
  medium: 'medium',
  strong: 'strong',
  very_strong: 'very strong',
  agree: 'agree',
  disagree: 'disagree',
  pass: 'pass',
} as const;

/** A text for readers, with a note where words were erased. */
export function readable(text: string): string {
  return isBlanked(text) ? PICTURE_WORDS.erasedText : withSigns(text, PICTURE_WORDS.erasedWords);
}
