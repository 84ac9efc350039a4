export const signOut = {
  title: 'Sign out?',
  guest: 'You’re a guest, so you can’t sign in as yourself again. What you wrote stays under your name.',
  unsent:
    '{count, plural, one {# change hasn’t been sent. This browser keeps it until you sign in again.} other {# changes haven’t been sent. This browser keeps them until you sign in again.}}',
  unsentOfGuest:
    '{count, plural, one {# change hasn’t been sent and will be lost when you sign out.} other {# changes haven’t been sent and will be lost when you sign out.}}',
  words: 'Unsent text in this tab will be deleted.',
  wordsElsewhere: 'Another tab has unsent text. It’s kept there until you sign in again.',
  wordsElsewhereOfGuest: 'Another tab has unsent text. It can’t be sent once you sign out.',
  unknownTitle: 'Debate {id}',
  open: '{count, plural, one {Open the debate to send it} other {Open the debate to send them}}',
  openNamed:
    '{count, plural, one {Open the debate to send it: {title}} other {Open the debate to send them: {title}}}',
  account: 'Create an account instead',
  submit: 'Sign out',
  submitForGood: 'Sign out for good',
};
