import { GRACE } from '#domain/debate/engine/limits.ts';
import type { QuietRules } from '#domain/debate/settings/quiet.ts';
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
  /** The host of the bucket that backups are kept in; `null`: none. */
  readonly backupHost: string | null;
  /** True if moderators may have a debate's entries sent to other sites. */
  readonly webhooks: boolean;
  /** The host of the collector of traces; `null`: none. */
  readonly tracesHost: string | null;
  /** Days after which a guest who can't come back and contributed nothing is erased; `null`: never. */
  readonly guestDays: number | null;
  /** The ends of debates in which nothing is written. */
  readonly quietRules: QuietRules;
  readonly longestCodeSeconds: number;
  readonly graceMilliseconds: number;
  /** Days for which notifications are kept. */
  readonly noteDays: number;
  /** Days for which an invited address is kept after the invitation has ended. */
  readonly invitationDays: number;
}

/** The facts for a server with these settings. */
export function privacyFacts(env: Env, secure: boolean): PrivacyFacts {
  const { operatorContact, backupDays, oidcProviders, smtpUrl, signInRules } = env;
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
    breachHost: hostOf(env.passwordBreachUrl),
    backupHost: hostOf(env.backupBucket?.url ?? null),
    webhooks: env.webhooks !== 'off',
    tracesHost: hostOf(env.tracesEndpoint),
    guestDays: env.guestDays,
    quietRules: env.quietRules,
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

function hostOf(url: string | null): string | null {
  return url === null ? null : new URL(url).host;
}
