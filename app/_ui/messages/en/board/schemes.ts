/** Kinds of argument and their critical questions; the kinds' own words are in `domain/formats/scheme-words.ts`. */
export const schemes = {
  kind: 'Kind of argument',
  none: 'not named',
  noneHint: 'Name it to see the questions it should stand up to.',
  questions: 'Critical questions',
  count: '{open, plural, =0 {all answered} other {# of {total} open}}',
  answered: 'Answered',
  answeredLabel: 'Answered: {question}',
  challenge: 'Challenge',
  challengeLabel: 'Challenge the link: {question}',
  ask: 'Ask',
  askLabel: 'Ask as a comment: {question}',
  asked: 'Asked as a comment.',
  sign: '{count, plural, one {# critical question} other {# critical questions}}',
  signHint: 'Questions that this argument should stand up to and that nobody has marked as answered',
};
