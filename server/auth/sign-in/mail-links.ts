import { refuse } from '#domain/debate/engine/refusal.ts';
import type { Limiter } from '../../limits/limiter.ts';
import type { Mail, Mailer } from '../../mail/mailer.ts';
import type { Passwords } from '../passwords/passwords.ts';
import { guestName } from '../people/guest-name.ts';
import { inboxOf, mailAddress } from '../people/mail-address.ts';
import type { People } from '../people/people.ts';
import type { Result } from '../result.ts';
import {
  alreadyYoursMail,
  changedMail,
  confirmMail,
  type MailedLink,
  noAccountMail,
  resetMail,
  secondFactorMail,
  signInMail,
} from './account-mails.ts';
import type { LinkFacts, MailPurpose, OneTimeCodes } from './one-time-codes.ts';
import type { NewCredentials, SignedIn } from './sign-ins.ts';
import { emailSignUpProblem, type SignUp } from './sign-up.ts';

/** The origin of a request for an email, and where its link has to lead. */
export interface LinkRequest {
  /** The network address. */
  readonly address: string;
  /** The site the link leads to, such as https://debates.example.org. */
  readonly site: string;
  /** The secret of the requesting browser, which identifies it later. */
  readonly browser: string;
  /** The path of the page to continue to after the link is used; `null` for none. */
  readonly returnTo: string | null;
  /** The key by which the requesting browser is counted if it was signed in to an account before, otherwise `null`. */
  readonly browserKey: (userId: string) => string | null;
}

/** The opener of a link. */
export interface LinkOpener {
  /** The secret of their browser; `null` if it didn't request an email. */
  readonly browser: string | null;
  /** The person signed in there. */
  readonly person: SignedIn | null;
}

/** The pages that links lead to. */
const PAGES = {
  'sign-in': '/sign-in/link',
  confirm: '/account/confirm',
  reset: '/sign-in/reset',
} as const;

/** The person a link is for. */
export interface LinkBearer {
  readonly email: string;
  /** The name of the account; `null` if there is none yet. */
  readonly name: string | null;
}

export interface MailLinksParts {
  readonly people: People;
  readonly codes: OneTimeCodes;
  readonly limiter: Limiter;
  readonly passwords: Passwords;
  /** Changes an account and ends all its sign-ins, as one act; returns false if the address belongs to another one. */
  readonly changeAndEndAll: (userId: string, to: NewCredentials) => Promise<boolean>;
  readonly mailer: Mailer;
  /** The rule for creating accounts. */
  readonly signUp: SignUp;
  readonly failed: (error: unknown) => void;
}

/**
 * Actions through links in emails. The answer to a request for one is the same whether or not there is an account with the address: an
 * email is sent in any case, and only its reader learns which. A link alone does nothing: one to sign in or to set a password works in the
 * browser that requested it, one to confirm an address for the signed-in person who requested it. So an email requested by another person,
 * or forwarded, opens nothing for its reader or its sender.
 */
export class MailLinks {
  readonly #parts: MailLinksParts;

  constructor(parts: MailLinksParts) {
    this.#parts = parts;
  }

  /** Emails a link that signs in, or creates an account if there is none. */
  async askToSignIn(written: string, from: LinkRequest): Promise<Result> {
    return this.#mail(written, from, (email) => this.#signInMail(email, from));
  }

  /** Emails a link that sets a new password; to an address without an account, one that creates it. */
  async askToReset(written: string, from: LinkRequest): Promise<Result> {
    const { people } = this.#parts;
    return this.#mail(written, from, async (email) => {
      const account = await people.find({ email });
      if (account === null) return this.#signInMail(email, from);
      return resetMail(email, await this.#link('reset', account.id, email, from));
    });
  }

  /** Emails a link that confirms an address for a signed-in person, if addresses like it may have an account. */
  async askToConfirm(person: SignedIn, written: string, from: LinkRequest): Promise<Result> {
    const { people, signUp } = this.#parts;
    const address = mailAddress(written);
    const problem = address.ok ? emailSignUpProblem(signUp, address.email) : null;
    if (problem !== null) return refuse(problem);
    return this.#mail(written, from, async (email) => {
      const owner = await people.find({ email });
      return owner !== null && owner.id !== person.id
        ? alreadyYoursMail(email, `${from.site}/sign-in`)
        : confirmMail(email, await this.#link('confirm', person.id, email, from));
    });
  }

  /**
   * The person a link is for, without redeeming it. `gone` if it is used, expired or never existed; `elsewhere` if it doesn't work for this
   * opener, who learns nothing else about it.
   */
  async lookAt(
    purpose: MailPurpose,
    code: string,
    opener: LinkOpener,
  ): Promise<LinkBearer | 'gone' | 'elsewhere'> {
    const link = await this.#parts.codes.lookAtLink(purpose, code, opener.browser);
    if (link?.email == null) return 'gone';
    if (!mayUse(link, opener)) return 'elsewhere';
    const account = await this.#parts.people.find(
      link.userId === null ? { email: link.email } : { id: link.userId },
    );
    return { email: link.email, name: account?.name ?? null };
  }

  /**
   * Redeems the code of an email, typed in the browser that requested it; returns the path of the page that the email's link would have led
   * to.
   */
  async enterCode(
    typed: string,
    browser: string | null,
    address: string,
  ): Promise<Result<{ readonly path: string }>> {
    const { limiter, codes } = this.#parts;
    if (!limiter.take('mailCodes', { address, browser: browser ?? '' })) return refuse('too_many_attempts');
    const entered = browser === null ? null : await codes.enterTyped(typed, browser);
    return entered === null
      ? refuse('code_wrong')
      : { ok: true, path: `${PAGES[entered.purpose]}?code=${entered.link}` };
  }

  /**
   * Redeems a sign-in link. Without an account one is created: from the guest who opens it, who keeps everything they did, or under this
   * name. `returnTo` is the page to continue to.
   */
  async signIn(
    code: string,
    name: string,
    opener: LinkOpener,
  ): Promise<Result<{ userId: string; epoch?: number; returnTo: string | null }>> {
    const { people, codes } = this.#parts;
    const link = await this.#openedLink('sign-in', code, opener);
    if (link === null) return refuse('code_wrong');
    const { email, returnTo } = link;
    const guest = opener.person?.kind === 'guest' ? opener.person : null;
    const account = await people.find({ email });
    const problem = account === null ? emailSignUpProblem(this.#parts.signUp, email) : null;
    if (problem !== null) return refuse(problem);
    const checked = account === null && guest === null ? guestName(name) : null;
    // Before redeeming the link, so that the person can try another name if this one is rejected.
    if (checked !== null && !checked.ok) return checked;
    if ((await codes.take('sign-in', code)) === null) return refuse('code_wrong');
    if (account !== null) return { ok: true, userId: account.id, epoch: account.epoch, returnTo };
    if (checked !== null) {
      const made = await people.createUnlessTaken({ name: checked.name, email });
      return made === null ? refuse('email_taken') : { ok: true, userId: made, returnTo };
    }
    const userId = guest?.id ?? '';
    return (await people.change(userId, { email })) ? { ok: true, userId, returnTo } : refuse('email_taken');
  }

  /**
   * Redeems a link that gives its person a new address. `replaced`: they had another address; it gets an email, and all sign-ins and
   * the account's other links end, also those mailed to it.
   */
  async confirm(code: string, opener: LinkOpener, site: string): Promise<Result<{ replaced: boolean }>> {
    const { people, codes, mailer, failed, changeAndEndAll } = this.#parts;
    const link = await this.#openedLink('confirm', code, opener);
    if (link === null || link.userId === null) return refuse('code_wrong');
    const { userId, email } = link;
    const problem = emailSignUpProblem(this.#parts.signUp, email);
    if (problem !== null) return refuse(problem);
    if ((await codes.take('confirm', code)) === null) return refuse('code_wrong');
    const before = await people.find({ id: userId });
    const replaced = before?.email && before.email !== email ? before.email : null;
    const change = replaced === null ? people.change(userId, { email }) : changeAndEndAll(userId, { email });
    if (!(await change)) return refuse('email_taken');
    if (replaced === null) return { ok: true, replaced: false };
    // Nothing waits for it: until this browser has its new sign-in, an open page of it counts as signed out.
    void mailer.send(changedMail(replaced, 'address', `${site}/account`)).catch(failed);
    return { ok: true, replaced: true };
  }

  /** Redeems a link that sets a new password. All sign-ins end, and with them the account's other links. */
  async reset(
    code: string,
    password: string,
    opener: LinkOpener,
    site: string,
  ): Promise<Result<{ userId: string }>> {
    const { people, codes, passwords, changeAndEndAll } = this.#parts;
    const link = await this.#openedLink('reset', code, opener);
    const account = link?.userId ? await people.find({ id: link.userId }) : null;
    // A link to an address the account no longer has is void.
    if (account === null || account.email !== link?.email) return refuse('code_wrong');
    // Before redeeming the link, so that the person can try another password if this one is rejected.
    const hashed = await passwords.hash(account, password);
    if (!hashed.ok) return hashed;
    if ((await codes.take('reset', code)) === null) return refuse('code_wrong');
    await changeAndEndAll(account.id, { passwordHash: hashed.passwordHash });
    void this.emailPasswordChanged(account.id, site).catch(this.#parts.failed);
    return { ok: true, userId: account.id };
  }

  /** Emails the owner of an account that its password has changed. */
  async emailPasswordChanged(userId: string, site: string): Promise<void> {
    const { people, mailer, failed } = this.#parts;
    const account = await people.find({ id: userId });
    if (account?.email)
      await mailer.send(changedMail(account.email, 'password', `${site}/account`)).catch(failed);
  }

  /** Emails the owner of an account that a second factor was added or removed. */
  async emailSecondFactorChanged(userId: string, what: 'added' | 'removed', site: string): Promise<void> {
    const { people, mailer, failed } = this.#parts;
    const account = await people.find({ id: userId });
    if (account?.email) await mailer.send(secondFactorMail(account.email, what, site)).catch(failed);
  }

  async #openedLink(
    purpose: MailPurpose,
    code: string,
    opener: LinkOpener,
  ): Promise<(LinkFacts & { readonly email: string }) | null> {
    const link = await this.#parts.codes.lookAtLink(purpose, code, opener.browser);
    return link?.email != null && mayUse(link, opener) ? { ...link, email: link.email } : null;
  }

  async #signInMail(email: string, from: LinkRequest): Promise<Mail> {
    const { people, signUp } = this.#parts;
    // Only the email shows it: the answer on the page is the same for everyone.
    const isNew = emailSignUpProblem(signUp, email) !== null && (await people.find({ email })) === null;
    if (isNew) return noAccountMail(email, signUp, `${from.site}/sign-in`);
    return signInMail(email, await this.#link('sign-in', null, email, from));
  }

  async #link(
    purpose: MailPurpose,
    userId: string | null,
    email: string,
    { site, browser, returnTo }: LinkRequest,
  ): Promise<MailedLink> {
    const made = await this.#parts.codes.makeMailed(purpose, { userId, email, browser, returnTo });
    return { link: `${site}${PAGES[purpose]}?code=${made.link}`, code: made.typed };
  }

  async #mail(
    written: string,
    { address, browserKey }: LinkRequest,
    write: (email: string) => Promise<Mail>,
  ): Promise<Result> {
    const { people, limiter, mailer, failed } = this.#parts;
    const checked = mailAddress(written);
    if (!checked.ok) return checked;
    const account = await people.find({ email: checked.email });
    // Counted separately from strangers who request emails to this inbox, and from passwords tried in this browser.
    const browser = account && browserKey(account.id);
    // One allowance for all browsers of an account: each sign-in makes another known one, and they could be collected.
    const own = browser && `mails ${account.id}`;
    const counted = own === null ? { inbox: inboxOf(checked.email) } : { browser: own, inbox: own };
    if (!limiter.take('tries', { address, ...counted })) return refuse('too_many_attempts');
    try {
      await mailer.send(await write(checked.email));
      return { ok: true };
    } catch (error) {
      failed(error);
      return refuse('email_failed');
    }
  }
}

/** True if a link works for this opener. */
function mayUse({ purpose, userId, isAsker }: LinkFacts, { person }: LinkOpener): boolean {
  return purpose === 'confirm' ? userId !== null && userId === person?.id : isAsker;
}
