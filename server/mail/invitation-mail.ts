import { inOneLine, letter } from './letter.ts';
import type { Mail } from './mailer.ts';

/** What an invitation by mail tells. */
export interface InvitedByMail {
  /** Who invites, as the others in the debate know them; null where they know nobody. */
  readonly by: string | null;
  readonly title: string;
  readonly motion: string;
  /** What they write besides; empty for nothing. */
  readonly note: string;
  readonly link: string;
  readonly expiresAt: Date;
}

const DATE = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
/** Characters of a title in a subject. */
const SUBJECT = 80;

/** Invites somebody to a debate. */
export function invitationMail(
  to: string,
  { by, title, motion, note, link, expiresAt }: InvitedByMail,
): Mail {
  const [name, called, debated, written] = [by ?? 'Somebody who runs it', title, motion, note].map(
    inOneLine,
  ) as [string, string, string, string];
  return letter(to, {
    subject: `You are invited to a debate: ${[...called].slice(0, SUBJECT).join('')}`,
    says: [
      `${name} invites you to take part in a debate on Parley.`,
      `${called}: ${debated}`,
      ...(written ? [`${name} writes: “${written}”`] : []),
      `Open this link to take part. It is for you, works once, and until ${DATE.format(expiresAt)}.`,
    ],
    link,
    doing: 'Take part',
    after: `This went to ${to} because ${name} entered that address. If you do not know them, leave it: nothing happens without the link.`,
  });
}
