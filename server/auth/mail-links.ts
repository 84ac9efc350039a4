import { rejection } from '../../domain/debate/rejections.ts';
import { alreadyYoursMail, changedMail, confirmMail, resetMail, signInMail } from '../mail/account-mails.ts';
import type { Mail, Mailer } from '../mail/mailer.ts';
import type { Attempts } from './attempts.ts';
import { guestName } from './guest-name.ts';
import { inboxOf, mailAddress } from './mail-address.ts';
import type { OneTimeCodes } from './one-time-codes.ts';
import type { Outcome } from './outcome.ts';
import type { Passwords } from './passwords.ts';
import type { People } from './people.ts';
import type { SignedIn } from './sign-ins.ts';

/** Where a request for a mail comes from, and where its link has to lead. */
export interface AskedFrom {
  /** The network address. */
  readonly address: string;
  /** The site as the person sees it, such as https://debates.example.org. */
  readonly site: string;
}

/** The pages links lead to. */
const PAGES = {
  'sign-in': '/sign-in/link',
  confirm: '/account/confirm',
  reset: '/sign-in/reset',
} as const;

/** Whom a link to sign in is for. */
export type LinkBearer = { readonly email: string; readonly name: string | null };

export interface MailLinksParts {
  readonly people: People;
  readonly codes: OneTimeCodes;
  readonly attempts: Attempts;
  readonly passwords: Passwords;
  readonly mailer: Mailer;
  readonly failed: (error: unknown) => void;
}

/**
 * What is done by links in mails. Whoever asks for one gets the same answer in the same way, whether or not there is an
 * account with the address: a mail is sent in any case, and only its reader learns which.
 */
export class MailLinks {
  readonly #parts: MailLinksParts;

  constructor(parts: MailLinksParts) {
    this.#parts = parts;
  }

  /** Mails a link that signs in, or makes an account where there is none. */
  async askToSignIn(written: string, from: AskedFrom): Promise<Outcome> {
    return this.#mail(written, from, (email) => this.#signInMail(email, from));
  }

  /** Mails a link that sets a new password; to who has no account, one that makes it. */
  async askToReset(written: string, from: AskedFrom): Promise<Outcome> {
    const { people } = this.#parts;
    return this.#mail(written, from, async (email) => {
      const account = await people.find({ email });
      if (account === null) return this.#signInMail(email, from);
      return resetMail(email, await this.#link('reset', account.id, email, from.site));
    });
  }

  /** Mails a link that makes an address that of somebody signed in. */
  async askToConfirm(person: SignedIn, written: string, from: AskedFrom): Promise<Outcome> {
    const { people } = this.#parts;
    return this.#mail(written, from, async (email) => {
      const owner = await people.find({ email });
      return owner !== null && owner.id !== person.id
        ? alreadyYoursMail(email, `${from.site}/sign-in`)
        : confirmMail(email, await this.#link('confirm', person.id, email, from.site));
    });
  }

  /** Whom a link to sign in is for, without using it up; null where it does not work any more. */
  async lookAt(purpose: keyof typeof PAGES, code: string): Promise<LinkBearer | null> {
    const bearer = await this.#parts.codes.look(purpose, code);
    if (bearer === null || bearer.email === null) return null;
    const by = bearer.userId === null ? { email: bearer.email } : { id: bearer.userId };
    const account = await this.#parts.people.find(by);
    return { email: bearer.email, name: account?.name ?? null };
  }

  /**
   * Uses a link to sign in up. Without an account one is made: of the guest who opens it, who keeps all they did, or
   * under this name.
   */
  async signIn(code: string, name: string, guest: SignedIn | null): Promise<Outcome<{ userId: string }>> {
    const { people, codes } = this.#parts;
    const seen = await codes.look('sign-in', code);
    if (seen?.email == null) return { ok: false, rejection: rejection('code_wrong') };
    const account = await people.find({ email: seen.email });
    const checked = account === null && guest === null ? guestName(name) : null;
    // Before the link is used up: who has to give another name may try again.
    if (checked !== null && !checked.ok) return checked;
    if ((await codes.take('sign-in', code)) === null)
      return { ok: false, rejection: rejection('code_wrong') };
    if (account !== null) return { ok: true, userId: account.id };
    if (checked !== null) {
      const made = await people.createUnlessTaken({ name: checked.name, email: seen.email });
      return made === null ? { ok: false, rejection: rejection('mail_taken') } : { ok: true, userId: made };
    }
    const userId = guest?.id ?? '';
    return (await people.change(userId, { email: seen.email }))
      ? { ok: true, userId }
      : { ok: false, rejection: rejection('mail_taken') };
  }

  /** Uses a link up that makes an address somebody's own; whose it is now. */
  async confirm(code: string, site: string): Promise<Outcome<{ userId: string }>> {
    const { people, codes, mailer } = this.#parts;
    const bearer = await codes.take('confirm', code);
    if (bearer?.userId == null || bearer.email === null)
      return { ok: false, rejection: rejection('code_wrong') };
    const before = await people.find({ id: bearer.userId });
    if (!(await people.change(bearer.userId, { email: bearer.email })))
      return { ok: false, rejection: rejection('mail_taken') };
    if (before?.email && before.email !== bearer.email) {
      await mailer.send(changedMail(before.email, 'address', `${site}/account`)).catch(this.#parts.failed);
    }
    return { ok: true, userId: bearer.userId };
  }

  /** Uses a link up that sets a new password. The account's other links stop working. */
  async reset(code: string, password: string, site: string): Promise<Outcome<{ userId: string }>> {
    const { people, codes, passwords } = this.#parts;
    const bearer = await codes.look('reset', code);
    const account = bearer?.userId ? await people.find({ id: bearer.userId }) : null;
    // A link to an address the account has no more is nobody's.
    if (account === null || account.email !== bearer?.email)
      return { ok: false, rejection: rejection('code_wrong') };
    const problem = passwords.problem(account, password);
    // Before the link is used up: who has to choose another may try again.
    if (problem) return { ok: false, rejection: problem };
    if ((await codes.take('reset', code)) === null) return { ok: false, rejection: rejection('code_wrong') };
    const set = await passwords.set(account, password);
    if (!set.ok) return set;
    await this.tellPasswordChanged(account.id, site);
    return set;
  }

  /** Tells the owner of an account that its password is another one, and makes links sent before worthless. */
  async tellPasswordChanged(userId: string, site: string): Promise<void> {
    const { people, codes, mailer, failed } = this.#parts;
    await codes.forget({ userId });
    const account = await people.find({ id: userId });
    if (account?.email)
      await mailer.send(changedMail(account.email, 'password', `${site}/account`)).catch(failed);
  }

  async #signInMail(email: string, from: AskedFrom): Promise<Mail> {
    return signInMail(email, await this.#link('sign-in', null, email, from.site));
  }

  async #link(
    purpose: keyof typeof PAGES,
    userId: string | null,
    email: string,
    site: string,
  ): Promise<string> {
    const code = await this.#parts.codes.make(purpose, { userId, email });
    return `${site}${PAGES[purpose]}?code=${code}`;
  }

  async #mail(
    written: string,
    { address }: AskedFrom,
    write: (email: string) => Promise<Mail>,
  ): Promise<Outcome> {
    const { attempts, mailer, failed } = this.#parts;
    const checked = mailAddress(written);
    if (!checked.ok) return checked;
    if (
      !attempts.take([
        ['address', address],
        ['mail', inboxOf(checked.email)],
      ])
    )
      return { ok: false, rejection: rejection('tries_used_up') };
    try {
      await mailer.send(await write(checked.email));
      return { ok: true };
    } catch (error) {
      failed(error);
      return { ok: false, rejection: rejection('mail_failed') };
    }
  }
}
