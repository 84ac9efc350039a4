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
  const [name, called, debated, written] = [by ?? 'A moderator', title, motion, note].map(inOneLine) as [
    string,
    string,
    string,
    string,
  ];
  return letter(to, {
    subject: `You’re invited to a debate: ${[...called].slice(0, SUBJECT).join('')}`,
    says: [
      `${name} invites you to a debate on Parley.`,
      `${called}: ${debated}`,
      ...(written ? [`${name} writes: “${written}”`] : []),
      `To join, open this link. It’s only for you, works once, and expires on ${DATE.format(expiresAt)}.`,
    ],
    link,
    doing: 'Join the debate',
    after: `This went to ${to} because ${name} entered your address. If you don’t know them, ignore this email.`,
  });
}
