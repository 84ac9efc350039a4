export const signOut = {
  title: 'Sign out?',
  guest: 'You take part as a guest: nobody can sign in as you again. What you wrote stays under your name.',
  unsent:
    '{count, plural, one {# change of yours is in this browser alone, and is lost when you sign out.} other {# changes of yours are in this browser alone, and are lost when you sign out.}}',
  open: 'Open the debate to send them',
  account: 'Make it an account to come back',
  submit: 'Sign out',
  submitForGood: 'Sign out for good',
};
