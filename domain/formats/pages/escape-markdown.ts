/**
 * A text in CommonMark, on one line: no sign in it means more than itself, and no address becomes a link by itself. Only signs
 * that would mean more where they stand are escaped: “U.S.” and “C#” stay as they are.
 */
export function escapeMarkdown(text: string): string {
  return textOfLink(text, false);
}

/** The same for the words of a link, in which brackets count. */
export function escapeLinkText(text: string): string {
  return textOfLink(text, true);
}

function textOfLink(text: string, isLink: boolean): string {
  const line = text.replace(/\s+/g, ' ').trim();
  // Brackets are a link, an image or a definition only before one of these.
  const hasLinks = isLink || /\](?:[([:]|$)/.test(line);
  return (
    line
      .replace(/[\\`]/g, '\\$&')
      // Signs of emphasis with a space on both sides are none; nor is an underscore within a word.
      .replace(/(?<!^|\s)[*~]|[*~](?!\s|$)/g, '\\$&')
      .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
      .replace(hasLinks ? /[[\]]/g : /^\[/g, '\\$&')
      .replace(/<(?=[a-z/!?])|<$/gi, '\\<')
      .replace(/&(?=#?[a-z\d]+;)/gi, '\\&')
      // What begins a block where it begins a line, and what closes a heading.
      .replace(/^[*~]/, '\\$&')
      .replace(/^(?:[-+]+(?=\s|$)|#{1,6}(?=\s|$)|>)/, '\\$&')
      .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
      .replace(/(^|\s)(#+)$/, '$1\\$2')
      // An entity of its own breaks what some readers make links of: they look through backslashes.
      .replace(/\b(https?|ftp|mailto|xmpp):/gi, '$1&#58;')
      .replace(/\b(www)\./gi, '$1&#46;')
      .replace(/(?<=[\p{L}\p{N}._+-])@(?=[\p{L}\p{N}_-])/gu, '&#64;')
  );
}

/** An address in CommonMark's `<…>`; only of the web. */
export function markdownAddress(url: string): string | null {
  const address = webAddress(url);
  return address === null ? null : `<${address.replace(/[<>\\\s]/g, encodeURIComponent)}>`;
}

/** An address of the web; null: what a browser could run, or nothing it knows. */
export function webAddress(url: string): string | null {
  if (!/^https?:\/\//i.test(url)) return null;
  try {
    return new URL(url).href;
  } catch {
    return null;
  }
}
