/** Questions from the floor. */
export const questions = {
  title: 'Questions',
  close: 'Close questions',
  chip: '{count, plural, =0 {Ask} one {# question} other {# questions}}',
  chipLabel:
    '{count, plural, =0 {Questions from the floor: ask one} one {Questions from the floor: # open} other {Questions from the floor: # open}}',
  hint: 'Ask the people on the stage, and support questions you’d like answered.',
  field: 'Your question',
  ask: 'Ask',
  asked: 'Your question is on the list.',
  none: 'No questions yet.',
  open: 'Open questions',
  answeredOnes: '{count, plural, one {# answered question} other {# answered questions}}',
  support: 'Support “{text}”, {count, plural, =0 {nobody yet} one {# person} other {# people}}',
  supportHidden: 'Support “{text}”',
  supported:
    '{count, plural, =0 {No one supports it} one {# person supports it} other {# people support it}}',
  talliesHidden: 'How many support a question is hidden in this phase.',
  talliesSecret: 'This debate votes by secret ballot, so how many support a question isn’t shown.',
  merged: '{count, plural, one {with # other question} other {with # other questions}}',
  mergedOnes: 'Also asked',
  separate: 'Separate',
  separateLabel: 'Separate “{text}”',
  pinned: 'Pinned',
  onStage: 'On stage',
  answered: 'Answered',
  act: '{what, select, stage {Put on stage} unstage {Take off stage} pin {Pin} unpin {Unpin} answer {Mark as answered} reopen {Not answered yet} withdraw {Withdraw} other {Hide}}',
  actLabel:
    '{what, select, stage {Put on stage} unstage {Take off stage} pin {Pin} unpin {Unpin} answer {Mark as answered} reopen {Not answered yet} withdraw {Withdraw} other {Hide}}: {text}',
  merge: 'Asks the same as…',
  mergeLabel: 'Merge “{text}” into a question that asks the same',
  label: 'Question from the floor',
};
