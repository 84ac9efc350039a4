/** Coming in by a code or a link. */
export const join = {
  title: 'Join a debate',
  lead: 'Type the code you were given. It stands on the screen, or in the message you got.',
  code: 'Code',
  codeHint: 'Eight letters and digits; capitals, dashes and spaces do not matter.',
  next: 'Next',
  invitedTo: 'You are invited to',
  asRole:
    '{role, select, moderator {You will help to run it: argue, vote, and keep the debate in order.} debater {You will argue, vote and comment.} suggester {You will vote and comment.} other {You will look on, with a name.}}',
  name: 'Your name',
  nameHint:
    '{names, select, pseudonyms {Others see a pseudonym in its place; those who run the debate see both.} anonymous {Nobody is told what you write.} other {It is shown beside what you write.}} No account is needed.',
  nameHintMailed:
    '{names, select, pseudonyms {Others see a pseudonym in its place; those who run the debate see both.} anonymous {Nobody is told what you write.} other {It is shown beside what you write.}} Your mail address is shown to nobody.',
  makeAccount:
    'Make an account with {mail}, so that I can come back from any device. Leave this out if it is not your address.',
  accountIsMade:
    'Taking part makes an account with {mail}: this debate takes nobody by a name alone. If that is not your address, ask for an invitation of your own.',
  hasAccount:
    '{mail} has an account here. Sign in to it to take part as who you are; if you sign in by a link in a mail, open this invitation again after that.',
  signIn: 'Sign in',
  joinAsGuest: 'Take part as a guest',
  beenHere: 'Have you come by it before? Sign in as who you were then',
  joinAs: 'Take part as {name}',
  join: 'Take part',
  otherCode: 'Type another code',
};
