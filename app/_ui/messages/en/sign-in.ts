/** Pages before one is signed in. On the server only: see `messages.ts`. */
export const signIn = {
  title: 'Sign in',
  lead: 'Reading needs no sign-in. Taking part needs a name; an account keeps what you do under it, on every device.',
  asNow: 'You are signed in as {name}. Signing in here as somebody else ends that on this browser.',
  asGuestNow:
    'You are here as the guest {name}. To keep what you did as {name}, add a mail address on your account page instead.',
  toAccount: 'Your account',
  oidc: 'Sign in with {name}',
  account: 'With your account',
  mail: 'Mail address',
  password: 'Password',
  byPassword: 'Sign in',
  byMail: 'Mail me a link instead',
  signUp: {
    anyone: 'No password needed. If you don’t have an account yet, the link creates one.',
    domains:
      'No password needed. If you don’t have an account yet, the link creates one for an address at {domains}.',
    oidc: 'No password needed, but you need an account. You can create one only through a provider above.',
  },
  forgotten: 'Forgot your password?',
  guest: 'As a guest',
  guestText: 'Just a name, for this browser. You can make an account of it later.',
  guestName: 'Your name',
  asGuest: 'Continue as a guest',
  device: 'Already signed in on another device?',
  deviceLink: 'Bring it here with a code',
  mailed: 'If we can send email to that address, a link is on its way. It works once.',
  erased: 'You have been erased. Nothing here knows you any more.',
  endedAll: 'All your sign-ins and tokens have ended.',
  forgottenTitle: 'A new password',
  forgottenLead:
    'We mail you a link by which you set a new one. It ends every sign-in made with the old one.',
  sendLink: 'Mail me the link',
  linkTitle: 'Sign in by the link from your mail',
  linkKnown: 'The link is for {mail}, the account of {name}.',
  linkNew: 'The link is for {mail}. There is no account with it yet: it is made now.',
  linkGuest: 'It becomes yours, {name}: all you did as a guest stays yours.',
  linkGuestOther: 'This ends your being the guest {name} on this browser.',
  linkName: 'What shall others call you?',
  linkSignIn: 'Sign in as {name}',
  linkMake: 'Make the account',
  deadLink: {
    gone: {
      title: 'This link no longer works',
      text: 'Links in emails work once and expire. Ask for a new one.',
    },
    elsewhere: {
      title: 'Open this link in the browser where you asked for it',
      text: 'It works only there. If you read the email on another device, enter its code on the page where you asked. If you didn’t ask for this email, ignore it.',
    },
    otherPerson: {
      title: 'Sign in first',
      text: 'This link works only for the person who asked for it. If that was you, sign in here, then open the link again. If you didn’t ask for this email, ignore it.',
    },
  },
  codeTitle: 'Check your email',
  codeLead:
    'Open the link in the email in this browser. If you read the email on another device, enter its code here.',
  codeField: 'Code from the email',
  codeHint: '8 letters and digits. Capitals, dashes and spaces don’t matter.',
  codeGo: 'Continue',
  codeNone: 'No email after a few minutes? Check your spam folder, then go back and ask again.',
  toSignIn: 'To the sign-in page',
  resetTitle: 'Set a new password',
  resetText: 'For {mail}. Every sign-in made before ends.',
  newPassword: 'New password',
  newPasswordHint: 'Eight characters at least. A few words in a row are good; nothing else is asked of it.',
  setPassword: 'Set the password',
  deviceTitle: 'Continue from another device',
  deviceText:
    'On the device you are signed in on, open “Your account”, then “Move to another device”. Type the code it shows here.',
  deviceCode: 'Code',
  deviceGo: 'Continue here',
  deviceAs:
    'This code makes you {name} in this browser. Use it only if you made it yourself, on another device.',
  deviceGoAs: 'Continue as {name}',
  adminTitle: 'Run this server',
  adminText:
    'Nobody administers this server yet. Whoever opens this link does from now on, and owns the debate it opened with.',
  adminAccount:
    'An administrator has to be able to come back, so give a mail address and a password. No mail is sent now.',
  adminGo: 'Become the administrator',
};
