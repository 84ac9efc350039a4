/** Pages for joining by a code or link. */
export const join = {
  title: 'Join a debate',
  lead: 'Enter the code from the screen or from your invitation.',
  code: 'Code',
  codeHint: '8 letters and digits. Capitals, dashes and spaces don’t matter.',
  next: 'Next',
  byCode: 'Join with a code',
  invitedTo: 'You’re invited to',
  asRole:
    '{role, select, owner {You own this debate.} moderator {You’ll help moderate, argue and vote.} debater {You’ll argue, vote and comment.} suggester {You’ll vote and comment.} other {You’ll observe: you can read the debate, but not vote or write.}}',
  roleKept:
    'A moderator changed your role or removed you, so this invitation can’t give you a higher role. Ask a moderator.',
  name: 'Your name',
  nameHint:
    '{names, select, pseudonyms {Others see a pseudonym; moderators also see your name. You don’t need an account.} anonymous {Your name isn’t shown with what you write. You don’t need an account.} other {It’s shown beside what you write. You don’t need an account.}}',
  accountNeeded:
    'You need an account to join this debate. Sign in or create one; you’ll come back to this invitation.',
  haveAccount: 'Have an account? Sign in first to join as yourself.',
  signIn: 'Sign in',
  beenHere: 'Used this invitation before? Sign in as yourself',
  joinAs: 'Join as {name}',
  join: 'Join the debate',
  otherCode: 'Use another code',
};
