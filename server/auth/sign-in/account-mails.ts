import { letter } from '../../mail/letter.ts';
import type { Mail } from '../../mail/mailer.ts';
import type { SignUp } from './sign-up.ts';

const DOMAINS = new Intl.ListFormat('en', { type: 'disjunction' });

const NOT_ASKED = 'If you didn’t ask for this email, you can ignore it.';

/** The link of an email, and the code that can be typed instead in the browser that requested it. */
export interface MailedLink {
  readonly link: string;
  readonly code: string;
}

/** An email to sign in, or to create an account if there is none yet. */
export function signInMail(to: string, mailed: MailedLink): Mail {
  return letter(to, {
    subject: 'Sign in to Parley',
    says: [
      'To sign in, open this link in the browser where you asked for it. It works once, within 10 minutes.',
    ],
    link: mailed.link,
    doing: 'Sign in',
    instead: insteadOf(mailed),
    after: NOT_ASKED,
  });
}

/** An email to add an address to an account. */
export function confirmMail(to: string, mailed: MailedLink): Mail {
  return letter(to, {
    subject: 'Confirm your email address for Parley',
    says: [
      'To confirm this address for your account, open this link in a browser where you are signed in. It works once, within 24 hours.',
    ],
    link: mailed.link,
    doing: 'Confirm address',
    instead: insteadOf(mailed),
    after: NOT_ASKED,
  });
}

/** An email to the owner of an address that someone tried to add to another account. */
export function alreadyYoursMail(to: string, link: string): Mail {
  return letter(to, {
    subject: 'You already have a Parley account',
    says: [
      'Someone, probably you, tried to use this address for a new account. It already has one: sign in instead.',
    ],
    link,
    doing: 'Go to sign-in',
    after: NOT_ASKED,
  });
}

/** An email to an address that has no account, and may not have one on this server. */
export function noAccountMail(to: string, signUp: SignUp, link: string): Mail {
  const who =
    signUp.kind === 'domains'
      ? `New accounts need an email address at ${DOMAINS.format(signUp.domains)}.`
      : 'You can create one only through a sign-in provider: use its button on the sign-in page.';
  return letter(to, {
    subject: 'No Parley account for this address',
    says: [
      `Someone, probably you, tried to sign in with this address, but it has no account on this server. ${who}`,
    ],
    link,
    doing: 'Go to sign-in',
    after: NOT_ASKED,
  });
}

/** An email to set a new password. */
export function resetMail(to: string, mailed: MailedLink): Mail {
  return letter(to, {
    subject: 'Reset your Parley password',
    says: [
      'To set a new password, open this link in the browser where you asked for it. It works once, within 10 minutes.',
    ],
    link: mailed.link,
    doing: 'Set new password',
    instead: insteadOf(mailed),
    after: NOT_ASKED,
  });
}

/** An email to the owner of an account whose password or address changed: to the previous address. */
export function changedMail(to: string, what: 'password' | 'address', link: string): Mail {
  const isPassword = what === 'password';
  return letter(to, {
    subject: `Your Parley ${isPassword ? 'password' : 'email address'} was changed`,
    says: [
      isPassword
        ? 'Your password was changed. You’re signed out everywhere else, and your access tokens are revoked.'
        : 'Your account now has another email address. You’re signed out everywhere else, and your access tokens are revoked.',
    ],
    link,
    doing: 'See your account',
    after: isPassword
      ? 'If that wasn’t you, set a new password now and contact the administrators of this server.'
      : 'If that wasn’t you, contact the administrators of this server now.',
  });
}

/**
 * An email to the owner of an account whose second factors changed. A new password alone would leave a thief's second factor, and ask the
 * owner for it at the next sign-in: so what was added is removed first.
 */
export function secondFactorMail(to: string, what: 'added' | 'removed', site: string): Mail {
  const subject = 'Two-step sign-in for your Parley account was changed';
  return what === 'added'
    ? letter(to, {
        subject,
        says: ['An authenticator app or a passkey was added to your account.'],
        link: `${site}/account/second-factor`,
        doing: 'See two-step sign-in',
        after:
          'If that wasn’t you, open this page in a browser where you’re still signed in and remove it there first. Then set a new password. If you can’t, contact the administrators of this server now.',
      })
    : letter(to, {
        subject,
        says: ['An authenticator app or a passkey was removed from your account.'],
        link: `${site}/account`,
        doing: 'See your account',
        after: 'If that wasn’t you, set a new password now and contact the administrators of this server.',
      });
}

function insteadOf({ code }: MailedLink): string {
  return `Reading this on another device? Enter this code on the page where you asked: ${code}. Don’t share it with anyone.`;
}
