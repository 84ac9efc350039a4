import type { Mail, Mailer } from './mailer.ts';

/** Mails on their way at once: mail servers do not like many more. */
const AT_ONCE = 4;

/**
 * Sends mails, a few at a time; for each whether the mail server took it. Where the server itself is in trouble, and not one
 * address, the rest is not tried: each would wait as long as the first did.
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
        isLost ||= !isAboutItsAddress(error);
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, sendOnAndOn));
  return taken;
}

/** Was it the address that the mail server did not like? Nodemailer's code for that. */
function isAboutItsAddress(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EENVELOPE';
}
