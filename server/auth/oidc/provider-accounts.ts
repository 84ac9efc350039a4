import { type Rejection, toRejection } from '#domain/debate/engine/rejections.ts';
import type { OidcPerson } from '../auth-config.ts';
import { guestName } from '../people/guest-name.ts';
import { mailAddress } from '../people/mail-address.ts';
import type { AccountFacts, People } from '../people/people.ts';
import type { SignedIn } from '../sign-in/sign-ins.ts';
import { providerProblem, type SignUp } from '../sign-in/sign-up.ts';
import { hasClaim } from './has-claim.ts';

/** Name used if the provider sends none that can be used; the person may change it. */
const NAMELESS = '…';

/** Accounts of people who sign in through a provider: who may sign in, and which account is theirs. */
export class ProviderAccounts {
  readonly #people: People;
  readonly #signUp: SignUp;

  constructor(people: People, signUp: SignUp) {
    this.#people = people;
    this.#signUp = signUp;
  }

  /**
   * Why a person from a provider may not sign in: the sign-in lacks a required `acr`, or they need a new account and may not
   * create one. Null if they may.
   */
  async problemOf(person: OidcPerson): Promise<Rejection | null> {
    const { acr } = person.provider;
    if (acr.length > 0 && !acr.includes(person.acr ?? '')) return toRejection('provider_sign_in_weak');
    if ((await this.#find(person)) !== null) return null;
    const code = providerProblem(this.#signUp, confirmedAddress(person));
    return code === null ? null : toRejection(code);
  }

  /**
   * The account of a person from a provider: an existing account, or the guest in this browser, who keeps everything they did, or a new
   * one. An account stays linked to its first provider; its owner can still sign in through another one that verifies its address. Where the
   * provider says who administers, that follows too.
   */
  async personOf(person: OidcPerson, current: SignedIn | null): Promise<string> {
    const id = await this.#accountFor(person, current);
    const { administrators, id: by } = person.provider;
    if (administrators) await this.#people.administerBy(by, id, hasClaim(person.claims, administrators));
    return id;
  }

  async #accountFor(person: OidcPerson, current: SignedIn | null): Promise<string> {
    const { subject, name } = person;
    const email = confirmedAddress(person);
    const account = await this.#find(person);
    if (account !== null) {
      if (account.oidcSubject === null) await this.#people.change(account.id, { oidcSubject: subject });
      return account.id;
    }
    const guest = current?.kind === 'guest' ? await this.#people.find({ id: current.id }) : null;
    if (guest !== null) {
      await this.#people.change(guest.id, { oidcSubject: subject, email });
      return guest.id;
    }
    const called = guestName(name);
    const mail = email === null ? {} : { email };
    return this.#people.create({ name: called.ok ? called.name : NAMELESS, oidcSubject: subject, ...mail });
  }

  /** The account of a person from a provider: the one they had through it before, or the one with their verified address. */
  async #find(person: OidcPerson): Promise<AccountFacts | null> {
    const known = await this.#people.find({ oidcSubject: person.subject });
    const email = confirmedAddress(person);
    return known ?? (email === null ? null : this.#people.find({ email }));
  }
}

function confirmedAddress({ email }: OidcPerson): string | null {
  const address = email === null ? null : mailAddress(email);
  return address?.ok ? address.email : null;
}
