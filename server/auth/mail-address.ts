import { type Rejection, rejection } from '../../domain/debate/engine/rejections.ts';

/** Characters of a mail address at most, as SMTP has it. */
const LONGEST = 254;

/** A mail address, tidied and in small letters; or why it is none. Whether it exists, only a mail tells. */
export function mailAddress(
  written: string,
): { readonly ok: true; readonly email: string } | { readonly ok: false; readonly rejection: Rejection } {
  const email = written.trim().toLowerCase();
  const isOne =
    email.length <= LONGEST && /^[^\s@<>"(),:;\\[\]\p{C}]+@[^\s@<>"(),:;\\[\]\p{C}]+$/u.test(email);
  return isOne ? { ok: true, email } : { ok: false, rejection: rejection('mail_malformed') };
}

/** What stands between a name and its host where one inbox has many addresses: `ann+any.words@example.org`. */
export const SUBADDRESS = '\\+[^@]*@';

/** The inbox an address leads to, as far as addresses tell: bounds on how often somebody gets mail count by it. */
export function inboxOf(email: string): string {
  return email.replace(new RegExp(SUBADDRESS), '@');
}
