import type { Mail } from './mailer.ts';

/**
 * The text of an email. It is written in the server and not in the catalog of the pages, which the server doesn't import; each email has
 * one link, and says what to do if you did not request it.
 */
export interface EmailTemplate {
  readonly subject: string;
  /** Paragraphs before the link. */
  readonly says: readonly string[];
  readonly link: string;
  readonly doing: string;
  /** A paragraph after the link: an alternative to it. */
  readonly instead?: string;
  readonly after: string;
}

/** An email as plain text, and the same as simple HTML. */
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

/** People's text made safe for an email: on one line, without invisible characters. */
export function inOneLine(text: string): string {
  return text.replace(/[\s\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim();
}

/** Escapes a text for HTML. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
