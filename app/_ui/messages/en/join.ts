/** Coming in by a code or a link. */
export const join = {
  title: 'Join a debate',
  lead: 'Enter the code from the screen or from your invitation.',
  code: 'Code',
  codeHint: '8 letters and digits. Capitals, dashes and spaces don’t matter.',
  next: 'Next',
  byCode: 'Join with a code',
  invitedTo: 'You are invited to',
  asRole:
    '{role, select, moderator {You will help to run it: argue, vote, and keep the debate in order.} debater {You will argue, vote and comment.} suggester {You will vote and comment.} other {You will look on, with a name.}}',
  name: 'Your name',
  nameHint:
    '{names, select, pseudonyms {Others see a pseudonym in its place; those who run the debate see both.} anonymous {Nobody is told what you write.} other {It is shown beside what you write.}} No account is needed.',
  accountNeeded:
    'You need an account to join this debate. Sign in or create one; you’ll come back to this invitation.',
  haveAccount: 'Do you have an account? Sign in first to join as yourself.',
  signIn: 'Sign in',
  beenHere: 'Have you come by it before? Sign in as who you were then',
  joinAs: 'Take part as {name}',
  join: 'Take part',
  otherCode: 'Type another code',
};
