/**
 * Escapes a text for CommonMark, on one line: nothing is interpreted as markup, and no address becomes a link. Only characters that would
 * be interpreted at their place are escaped: “U.S.” and “C#” stay unchanged.
 */
export function escapeMarkdown(text: string): string {
  return textOfLink(text, false);
}

/** The same for the text of a link, in which brackets matter. */
export function escapeLinkText(text: string): string {
  return textOfLink(text, true);
}

function textOfLink(text: string, isLink: boolean): string {
  const line = text.replace(/\s+/g, ' ').trim();
  // Brackets are only a link, an image or a definition before one of these.
  const hasLinks = isLink || /\](?:[([:]|$)/.test(line);
  return (
    line
      .replace(/[\\`]/g, '\\$&')
      // Characters of emphasis with a space on both sides are literal; so is an underscore within a word.
      .replace(/(?<!^|\s)[*~]|[*~](?!\s|$)/g, '\\$&')
      .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
      .replace(hasLinks ? /[[\]]/g : /^\[/g, '\\$&')
      .replace(/<(?=[a-z/!?])|<$/gi, '\\<')
      .replace(/&(?=#?[a-z\d]+;)/gi, '\\&')
      // Characters that begin a block at the start of a line, or close a heading.
      .replace(/^[*~]/, '\\$&')
      .replace(/^(?:[-+]+(?=\s|$)|#{1,6}(?=\s|$)|>|=+$)/, '\\$&')
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

/** An address of the web; `null`: one that a browser could run, or doesn't know. */
export function webAddress(url: string): string | null {
  if (!/^https?:\/\//i.test(url)) return null;
  try {
    return new URL(url).href;
  } catch {
    return null;
  }
}
