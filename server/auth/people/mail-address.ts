import { type Refusal, refuse } from '#domain/debate/engine/refusal.ts';

/** Maximum characters of an email address, as in SMTP. */
const LONGEST = 254;

/** An email address, normalized and in lower case; or why it is invalid. Only an email can show whether it exists. */
export function mailAddress(written: string): { readonly ok: true; readonly email: string } | Refusal {
  const email = written.trim().toLowerCase();
  const isOne =
    email.length <= LONGEST && /^[^\s@<>"(),:;\\[\]\p{C}]+@[^\s@<>"(),:;\\[\]\p{C}]+$/u.test(email);
  return isOne ? { ok: true, email } : refuse('email_malformed');
}

/** Separates additional parts from a mailbox name, where one inbox has many addresses: `ann+any.words@example.org`. */
export const SUBADDRESS = '\\+[^@]*@';

/** The inbox of an address, as far as it can be derived: limits on emails per recipient count by it. */
export function inboxOf(email: string): string {
  return email.replace(new RegExp(SUBADDRESS), '@');
}
