import type { Mail } from './mailer.ts';

/**
 * What a mail of ours says. Its sentences stand with the server and not in the catalogue of the pages, which it does not
 * import; each has one link, and says what to do if one did not ask for it.
 */
export interface EmailTemplate {
  readonly subject: string;
  /** Paragraphs before the link. */
  readonly says: readonly string[];
  readonly link: string;
  readonly doing: string;
  /** A paragraph after the link: what else does the same. */
  readonly instead?: string;
  readonly after: string;
}

/** A mail as plain text, and the same as simple HTML. */
export function letter(to: string, { subject, says, link, doing, instead, after }: EmailTemplate): Mail {
  const before = says.map(paragraph).join('');
  const rest = [...(instead === undefined ? [] : [instead]), after];
  return {
    to,
    subject: inOneLine(subject),
    text: `${[...says, link, ...rest].join('\n\n')}\n`,
    html: `${before}<p><a href="${escaped(link)}">${escaped(doing)}</a></p>${rest.map(paragraph).join('')}`,
  };
}

function paragraph(text: string): string {
  return `<p>${escaped(text)}</p>`;
}

/** What people wrote, as it may stand in a mail: on one line, without signs that nobody sees. */
export function inOneLine(text: string): string {
  return text.replace(/[\s\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim();
}

/** A text as it may stand in HTML. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
