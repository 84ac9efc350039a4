export const signOut = {
  title: 'Sign out?',
  guest: 'You’re a guest, so you can’t sign in as yourself again. What you wrote stays under your name.',
  unsent:
    '{count, plural, one {# change hasn’t been sent. This browser keeps it until you sign in again.} other {# changes haven’t been sent. This browser keeps them until you sign in again.}}',
  unsentOfGuest:
    '{count, plural, one {# change hasn’t been sent and will be lost when you sign out.} other {# changes haven’t been sent and will be lost when you sign out.}}',
  words: 'What you began to write in this tab and haven’t sent will be deleted.',
  wordsElsewhere:
    'What you began to write in another tab hasn’t been sent. It waits there until you sign in again.',
  wordsElsewhereOfGuest:
    'What you began to write in another tab hasn’t been sent, and can’t be once you sign out.',
  unknownTitle: 'Debate {id}',
  open: '{count, plural, one {Open the debate to send it} other {Open the debate to send them}}',
  openNamed:
    '{count, plural, one {Open the debate to send it: {title}} other {Open the debate to send them: {title}}}',
  account: 'Create an account instead',
  submit: 'Sign out',
  submitForGood: 'Sign out for good',
};
