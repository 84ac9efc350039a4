import { letter } from './letter.ts';
import type { Mail } from './mailer.ts';

const NOT_ASKED = 'If you did not ask for this, leave it: nothing happens without the link.';

/** To sign in, or to make an account where there is none yet. */
export function signInMail(to: string, link: string): Mail {
  return letter(to, {
    subject: 'Sign in to Parley',
    says: ['Open this link to sign in. It works once, within the next 30 minutes.'],
    link,
    doing: 'Sign in',
    after: NOT_ASKED,
  });
}

/** To make an address one's own. */
export function confirmMail(to: string, link: string): Mail {
  return letter(to, {
    subject: 'Confirm your mail address for Parley',
    says: ['Open this link to sign in with this address from now on. It works once, within the next day.'],
    link,
    doing: 'Confirm the address',
    after: NOT_ASKED,
  });
}

/** To the owner of an address that somebody wanted to add to another account. */
export function alreadyYoursMail(to: string, link: string): Mail {
  return letter(to, {
    subject: 'You have a Parley account already',
    says: [
      'Somebody, probably you, wanted to use this address for a new account. It has one: sign in there instead.',
    ],
    link,
    doing: 'Go to the sign-in page',
    after: NOT_ASKED,
  });
}

/** To set a new password. */
export function resetMail(to: string, link: string): Mail {
  return letter(to, {
    subject: 'A new password for Parley',
    says: ['Open this link to set a new password. It works once, within the next 30 minutes.'],
    link,
    doing: 'Set a new password',
    after: NOT_ASKED,
  });
}

/** That the way in was changed. */
export function changedMail(to: string, what: 'password' | 'address', link: string): Mail {
  return letter(to, {
    subject: `Your Parley ${what === 'password' ? 'password' : 'mail address'} was changed`,
    says: [
      what === 'password'
        ? 'Your password was changed, and every other sign-in was ended.'
        : 'Your account has another mail address from now on.',
    ],
    link,
    doing: 'See your account',
    after: 'If that was not you, set a new password at once, and tell whoever runs this server.',
  });
}
