import { hasOwnTitle } from '#domain/debate/head/own-title.ts';
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
  const name = inOneLine(by ?? 'a moderator');
  const nameFirst = by === null ? 'A moderator' : name;
  const debated = inOneLine(motion);
  const written = inOneLine(note);
  return letter(to, {
    subject: `You’re invited to a debate: ${[...inOneLine(title)].slice(0, SUBJECT).join('')}`,
    says: [
      `${nameFirst} invites you to a debate on Parley.`,
      hasOwnTitle({ title, motion }) ? `${inOneLine(title)}: ${debated}` : debated,
      ...(written ? [`${nameFirst} writes: “${written}”`] : []),
      `To join, open this link. It’s only for you, works once, and expires on ${formatDay(expiresAt)}.`,
    ],
    link,
    doing: 'Join the debate',
    after: `This went to ${to} because ${name} entered your address. If you don’t know them, ignore this email.`,
  });
}
