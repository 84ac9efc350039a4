import { formatDay } from '#domain/words/dates.ts';
import { inOneLine, letter } from '../../mail/letter.ts';
import type { Mail } from '../../mail/mailer.ts';

/** The contents of an invitation by email. */
export interface InvitedByMail {
  /** The inviter's name as shown in the debate; `null` if it's hidden. */
  readonly by: string | null;
  readonly title: string;
  readonly motion: string;
  /** Their message; empty for none. */
  readonly note: string;
  readonly link: string;
  readonly expiresAt: Date;
}

/** Characters of a title in a subject. */
const SUBJECT = 80;

/** An invitation to a debate. */
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
      `To join, open this link. It’s only for you, works once, and expires on ${formatDay(expiresAt)}.`,
    ],
    link,
    doing: 'Join the debate',
    after: `This went to ${to} because ${name} entered your address. If you don’t know them, ignore this email.`,
  });
}
