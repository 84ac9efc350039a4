/**
 * Where an email failed: at its recipient or text, at our sign-in or sender, at a rule of the mail server, which may be about any of
 * these, or at the mail server or on the way to it.
 */
export type MailFailure = 'mail' | 'account' | 'policy' | 'server';

/** Returns where an email failed, by Nodemailer's code, the SMTP command that was refused, and the reply to it. */
export function mailFailure(error: unknown): MailFailure {
  const { code, command, responseCode, response } = Object(error);
  const [, status = ''] = `${response ?? ''}`.match(ENHANCED_STATUS) ?? [];
  if (UNAUTHENTICATED.includes(responseCode) || BAD_SENDER.includes(status)) return 'account';
  // Many servers refuse our sender only with the recipient, or after the text.
  if (code === 'EMESSAGE' || (code === 'EENVELOPE' && command === 'RCPT TO'))
    return status.startsWith('7.') || (status === '' && responseCode === 554) ? 'policy' : 'mail';
  if (ACCOUNT_CODES.includes(code) || command === 'MAIL FROM') return 'account';
  return 'server';
}

/** The subject and detail of a reply's enhanced status code (RFC 3463). */
const ENHANCED_STATUS = /^\d{3}[ -][45]\.(\d{1,3}\.\d{1,3})\b/;
const UNAUTHENTICATED: readonly unknown[] = [530, 535];
/** Enhanced codes of a sender whose mailbox or domain isn't accepted. */
const BAD_SENDER: readonly string[] = ['1.7', '1.8'];
const ACCOUNT_CODES: readonly unknown[] = ['EAUTH', 'ENOAUTH', 'EOAUTH2'];

/** True if the mail server refused an email permanently: for its recipient or text, not for our sign-in or sender. */
export function isRefusedForGood(error: unknown): boolean {
  const { responseCode } = Object(error);
  return mailFailure(error) === 'mail' && typeof responseCode === 'number' && responseCode >= 500;
}
