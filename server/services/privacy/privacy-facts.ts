import { GRACE } from '#domain/debate/engine/limits.ts';
import { NOTIFICATION_LIMITS } from '#domain/notifications/notification.ts';
import { PROVIDER_COOKIES, PROVIDER_SECONDS, providerCookieName } from '../../auth/auth-config.ts';
import { ASKING_SECONDS, askingBrowserCookieName } from '../../auth/browsers/asking-browser.ts';
import { BROWSER_KNOWN_SECONDS, knownBrowserCookieName } from '../../auth/browsers/known-browsers.ts';
import { CODE_SECONDS } from '../../auth/sign-in/one-time-codes.ts';
import { PENDING_SECONDS, pendingSignInCookieName } from '../../auth/sign-in/pending-sign-in.ts';
import { signInCookieName } from '../../auth/sign-in/sign-in-cookie.ts';
import { SIGN_IN_SECONDS } from '../../auth/sign-in/sign-ins.ts';
import type { Env } from '../../env.ts';
import { FLASH_SECONDS, flashCookieName } from '../../http/answers/flash-message.ts';
import { MAIL_INVITATION_DAYS } from '../invitations/mail-invitations.ts';

/** A cookie that a browser may get, its purpose and its lifetime. */
export interface CookieSet {
  readonly name: string;
  readonly what: 'signIn' | 'pending' | 'knownBrowser' | 'askedForMail' | 'flash' | 'provider';
  readonly seconds: number;
}

/** The facts about this server on the privacy page: from the code that applies them, not written a second time. */
export interface PrivacyFacts {
  readonly operator: string | null;
  readonly backupDays: number | null;
  readonly cookies: readonly CookieSet[];
  /** The names of the providers people may sign in through. */
  readonly providers: readonly string[];
  /** True if emails go through a mail server. */
  readonly mails: boolean;
  readonly signInSeconds: number;
  /** Days after which an unused sign-in ends. */
  readonly idleDays: number;
  /** The host of the service that checks new passwords; `null`: none. */
  readonly breachHost: string | null;
  readonly longestCodeSeconds: number;
  readonly graceMilliseconds: number;
  /** Days for which notifications are kept. */
  readonly noteDays: number;
  /** Days for which an invited address is kept after the invitation has ended. */
  readonly invitationDays: number;
}

/** The facts for a server with these settings. */
export function privacyFacts(
  { operatorContact, backupDays, oidcProviders, smtpUrl, signInRules, passwordBreachUrl }: Env,
  secure: boolean,
): PrivacyFacts {
  const provider =
    oidcProviders.length > 0
      ? Object.values(PROVIDER_COOKIES).map((name) => ({
          name: providerCookieName(name, secure),
          what: 'provider' as const,
          seconds: PROVIDER_SECONDS,
        }))
      : [];
  return {
    operator: operatorContact,
    backupDays,
    cookies: [
      { name: signInCookieName(secure), what: 'signIn', seconds: SIGN_IN_SECONDS },
      { name: pendingSignInCookieName(secure), what: 'pending', seconds: PENDING_SECONDS },
      { name: knownBrowserCookieName(secure), what: 'knownBrowser', seconds: BROWSER_KNOWN_SECONDS },
      { name: askingBrowserCookieName(secure), what: 'askedForMail', seconds: ASKING_SECONDS },
      { name: flashCookieName(secure), what: 'flash', seconds: FLASH_SECONDS },
      ...provider,
    ],
    providers: oidcProviders.map(({ name }) => name),
    mails: smtpUrl !== null,
    signInSeconds: SIGN_IN_SECONDS,
    idleDays: signInRules.idleDays,
    breachHost: passwordBreachUrl === null ? null : new URL(passwordBreachUrl).host,
    longestCodeSeconds: Math.max(
      ...Object.entries(CODE_SECONDS).map(([purpose, seconds]) =>
        purpose === 'administrator' ? 0 : seconds,
      ),
    ),
    graceMilliseconds: GRACE,
    noteDays: NOTIFICATION_LIMITS.keptDays,
    invitationDays: MAIL_INVITATION_DAYS,
  };
}
