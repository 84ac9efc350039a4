export const strength = {
  said: 'Strength {strength} of 1',
  word: '{band, select, very_weak {very weak} weak {weak} medium {medium} strong {strong} other {very strong}}',
  wordSaid:
    '{band, select, very_weak {Strength: very weak} weak {Strength: weak} medium {Strength: medium} strong {Strength: strong} other {Strength: very strong}}',
  weakened: 'weakened',
  weakenedSaid:
    '{band, select, very_weak {Strength: very weak. Replies outweigh its votes.} other {Strength: weak. Replies outweigh its votes.}}',
  title: 'Strength',
  byVotes: '{base} by its votes alone',
  byNoVotes: '{base} before any argument',
  fewVotes: 'Shown once the claim has {votes} votes for or against.',
  fewVotesOnClaims: 'Shown once a claim directly for or against it has {votes} votes.',
  counted:
    'Votes for and against count, and so do the arguments below with their own votes. Passes don’t count, and claims without votes have no weight of their own.',
  contributions: 'What moves it',
  noContributions: 'Nothing yet: the strength follows from votes alone.',
  contribution:
    '{how, select, supports {supports it} attacks {attacks it} other {says an argument doesn’t follow}}',
  withoutClaim: 'What if this were gone',
  withoutClaimNothing: 'Nothing else would change.',
  change: '{before} → {after}',
  changeSaid: 'from {before} to {after}',
  more: '{count, plural, one {and # more} other {and # more}}',
  levers: 'What would change it',
  leversText: 'If one of these were fully refuted:',
  leversNone: 'No argument leads to it yet.',
  newLabel: '{label, select, in {accepted} out {rejected} other {undecided}}',
  unanswered: 'Unanswered attacks',
  unansweredNone: 'Every attack on it and on its supporting arguments has an answer.',
  unansweredOn: 'on “{text}”',
  label:
    '{label, select, in {By attacks alone, it is accepted: {because, plural, =0 {nothing attacks it} one {its only attack is answered} other {all # attacks are answered}}.} out {By attacks alone, it is rejected: {because, plural, one {# accepted attack remains} other {# accepted attacks remain}}.} other {By attacks alone, it is undecided: {because, plural, one {# attack on it is} other {# attacks on it are}} undecided too.}}',
  ways: 'By other methods: quadratic energy {quadratic}, Euler-based {euler}.',
  weigh:
    '{bearing, select, support {How much does it support?} attack {How much does it count against?} other {How much does it take away?}}',
  weight: '{weight, select, 0 {Not at all} 1 {A little} 2 {Half} 3 {A lot} other {Fully}}',
  weighed:
    '{people, plural, =0 {Not rated yet: counts in full.} one {# person rated it: {mean} of 4.} other {# people rated it: {mean} of 4.}}',
  restless: 'It is part of a loop of arguments that never settles; this is the last value calculated.',
};
