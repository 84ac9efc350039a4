import type { Mail } from './mailer.ts';

/**
 * What a mail of ours says. Its sentences stand with the server and not in the catalogue of the pages, which it does not
 * import; each has one link, and says what to do if one did not ask for it.
 */
export interface Letter {
  readonly subject: string;
  /** Paragraphs before the link. */
  readonly says: readonly string[];
  readonly link: string;
  readonly doing: string;
  readonly after: string;
}

/** A mail as plain text, and the same as simple HTML. */
export function letter(to: string, { subject, says, link, doing, after }: Letter): Mail {
  const before = says.map((paragraph) => `<p>${escaped(paragraph)}</p>`).join('');
  return {
    to,
    subject: inOneLine(subject),
    text: `${says.join('\n\n')}\n\n${link}\n\n${after}\n`,
    html: `${before}<p><a href="${escaped(link)}">${escaped(doing)}</a></p><p>${escaped(after)}</p>`,
  };
}

/** What people wrote, as it may stand in a mail: on one line, without signs that nobody sees. */
export function inOneLine(text: string): string {
  return text.replace(/[\s\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim();
}

/** A text as it may stand in HTML. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
