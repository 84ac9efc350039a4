import { Authentication } from '../auth/auth.ts';
import { AskingBrowser } from '../auth/browsers/asking-browser.ts';
import { KnownBrowsers } from '../auth/browsers/known-browsers.ts';
import { BreachedPasswords } from '../auth/passwords/breached-passwords.ts';
import { Passwords } from '../auth/passwords/passwords.ts';
import { People } from '../auth/people/people.ts';
import { Authenticators } from '../auth/second-factor/authenticators.ts';
import { Passkeys } from '../auth/second-factor/passkeys.ts';
import { RecoveryCodes } from '../auth/second-factor/recovery-codes.ts';
import { SecondFactors } from '../auth/second-factor/second-factors.ts';
import type { AuthSecrets } from '../auth/secrets/auth-secret.ts';
import { SecretBox } from '../auth/secrets/secret-box.ts';
import { ShownSecrets } from '../auth/secrets/shown-secrets.ts';
import { AccessTokens } from '../auth/sign-in/access-tokens.ts';
import { DeviceCodes } from '../auth/sign-in/device-codes.ts';
import { MailLinks } from '../auth/sign-in/mail-links.ts';
import { OneTimeCodes } from '../auth/sign-in/one-time-codes.ts';
import { PendingSignIn } from '../auth/sign-in/pending-sign-in.ts';
import { Reauthentication } from '../auth/sign-in/recently-authenticated.ts';
import { SignInCookie } from '../auth/sign-in/sign-in-cookie.ts';
import { type SignInRules, SignIns } from '../auth/sign-in/sign-ins.ts';
import type { SignUp } from '../auth/sign-in/sign-up.ts';
import type { Database } from '../database/open-database.ts';
import type { Env } from '../env.ts';
import type { Limiter } from '../limits/limiter.ts';
import type { Logger } from '../logging/logger.ts';
import { createMailer, type Mailer } from '../mail/mailer.ts';
import type { Meters } from '../metrics/meters.ts';
import { Administration } from '../services/administration/administration.ts';

/** Everything about people's identities. */
export interface Accounts {
  readonly auth: Authentication;
  readonly people: People;
  readonly signIns: SignIns;
  readonly tokens: AccessTokens;
  readonly passwords: Passwords;
  readonly mailLinks: MailLinks;
  /** The rule for creating accounts. */
  readonly signUp: SignUp;
  readonly askingBrowser: AskingBrowser;
  readonly deviceCodes: DeviceCodes;
  readonly knownBrowsers: KnownBrowsers;
  readonly authenticators: Authenticators;
  readonly passkeys: Passkeys;
  readonly recoveryCodes: RecoveryCodes;
  readonly secondFactors: SecondFactors;
  readonly reauthentication: Reauthentication;
  readonly shownSecrets: ShownSecrets;
  readonly administration: Administration;
  readonly mailer: Mailer;
}

export interface AccountsParts {
  readonly limiter: Limiter;
  readonly secrets: AuthSecrets;
  readonly rules: SignInRules;
  /** Seals the secrets of authenticator apps. */
  readonly authenticatorSealer: SecretBox;
  /** True if the site is served over https. */
  readonly secure: boolean;
  /** The server's clock, in milliseconds since 1970. */
  readonly now: () => number;
  readonly logger: Logger;
  readonly meters: Meters;
  /** Prints a line for the operator of the server. */
  readonly print: (line: string) => void;
  /** Called with errors of emails that were not sent. */
  readonly failed: (error: unknown) => void;
  /** Called if the service of leaked passwords was not reached. */
  readonly unasked: (error: unknown) => void;
}

/** Assembles the parts of accounts. `sweep` removes what has expired; `close` closes the connection to the mail server. */
export function openAccounts(
  database: Database,
  {
    smtpUrl,
    mailFrom,
    oidcProviders,
    signUp,
    passwordBreachUrl,
    adminLink,
  }: Pick<Env, 'smtpUrl' | 'mailFrom' | 'oidcProviders' | 'signUp' | 'passwordBreachUrl' | 'adminLink'>,
  {
    secrets,
    rules,
    authenticatorSealer,
    secure,
    limiter,
    now,
    logger,
    meters,
    print,
    failed,
    unasked,
  }: AccountsParts,
): Accounts & { readonly sweep: () => Promise<void>; readonly close: () => void } {
  const people = new People(database);
  const signIns = new SignIns(database, rules, now);
  const tokens = new AccessTokens(database, signIns, now, logger);
  const codes = new OneTimeCodes(database, now);
  const mailer = countingMails(createMailer({ smtpUrl, mailFrom }, print, now), meters);
  const cookie = new SignInCookie(secrets, secure);
  const knownBrowsers = new KnownBrowsers(secrets, secure);
  const authenticators = new Authenticators(database, authenticatorSealer, now);
  const passkeys = new Passkeys(database, codes, now);
  const recoveryCodes = new RecoveryCodes(database);
  const secondFactors = new SecondFactors({ authenticators, passkeys, recoveryCodes, limiter });
  const auth = new Authentication({
    people,
    signIns,
    tokens,
    cookie,
    knownBrowsers,
    pending: new PendingSignIn(secrets, secure, now),
    secondFactors,
    secrets,
    secure,
    oidcProviders,
    signUp,
    logger,
  });
  const changeAndEndAll = auth.changeAndEndAll.bind(auth);
  const breached = new BreachedPasswords(passwordBreachUrl, unasked);
  const passwords = new Passwords(people, limiter, breached, changeAndEndAll);
  const links = { people, codes, limiter, passwords, changeAndEndAll, mailer, signUp, failed };
  const shownSecrets = new ShownSecrets(database, new SecretBox(secrets, 'parley shown secrets'), now);
  return {
    auth,
    signUp,
    people,
    signIns,
    tokens,
    passwords,
    mailLinks: new MailLinks(links),
    askingBrowser: new AskingBrowser(secure),
    deviceCodes: new DeviceCodes(people, codes, limiter),
    knownBrowsers,
    authenticators,
    passkeys,
    recoveryCodes,
    secondFactors,
    reauthentication: new Reauthentication({ people, passwords, signIns, now }),
    shownSecrets,
    administration: new Administration({
      database,
      people,
      codes,
      passwords,
      secondFactors,
      logger,
      adminLink,
    }),
    mailer,
    sweep: async () => {
      await signIns.sweep();
      await codes.sweep();
      await shownSecrets.sweep();
    },
    close: () => mailer.close(),
  };
}

function countingMails(mailer: Mailer, meters: Meters): Mailer {
  return {
    ...mailer,
    send: async (mail) => {
      try {
        await mailer.send(mail);
        meters.mailed('sent');
      } catch (error) {
        meters.mailed('failed');
        throw error;
      }
    },
  };
}
