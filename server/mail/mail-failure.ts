/** Where an email failed: at its recipient or text, at our sign-in or sender, or at the mail server or on the way to it. */
export type MailFailure = 'mail' | 'account' | 'server';

/** Returns where an email failed, by Nodemailer's code and the SMTP command that was refused. */
export function mailFailure(error: unknown): MailFailure {
  const { code, command } = Object(error);
  if (code === 'EMESSAGE' || (code === 'EENVELOPE' && command === 'RCPT TO')) return 'mail';
  if (ACCOUNT_CODES.includes(code) || command === 'MAIL FROM') return 'account';
  return 'server';
}

const ACCOUNT_CODES: readonly unknown[] = ['EAUTH', 'ENOAUTH', 'EOAUTH2'];

/** True if the mail server refused an email permanently: for its recipient or text, not for our sign-in or sender. */
export function isRefusedForGood(error: unknown): boolean {
  const { responseCode } = Object(error);
  return mailFailure(error) === 'mail' && typeof responseCode === 'number' && responseCode >= 500;
}
