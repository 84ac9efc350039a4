import { type MailFailure, mailFailure } from './mail-failure.ts';
import type { Mail, Mailer } from './mailer.ts';

/** Emails sent at once: mail servers don't accept many more. */
const AT_ONCE = 4;
/** Failures that every other email would share. */
const AT_ALL: readonly MailFailure[] = ['account', 'server'];

/**
 * Sends emails, a few at a time; returns for each whether the mail server accepted it. If the server itself fails, or refuses us,
 * not just one email, the rest is not tried: each would wait as long as the first did.
 */
export async function sendAll(
  mailer: Mailer,
  mails: readonly Mail[],
  failed: (error: unknown) => void,
): Promise<readonly boolean[]> {
  const taken = mails.map(() => false);
  let next = 0;
  let isLost = false;
  const sendOnAndOn = async () => {
    for (let index = next++; index < mails.length && !isLost; index = next++) {
      const mail = mails[index];
      if (!mail) return;
      try {
        await mailer.send(mail);
        taken[index] = true;
      } catch (error) {
        failed(error);
        isLost ||= AT_ALL.includes(mailFailure(error));
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, sendOnAndOn));
  return taken;
}
