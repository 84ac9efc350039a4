/** A text in CommonMark, on one line: no sign in it means more than itself, and no address becomes a link by itself. */
export function escapeMarkdown(text: string): string {
  return (
    text
      .replace(/\s+/g, ' ')
      .trim()
      .replace(/[!-/:-@[-`{-~]/g, '\\$&')
      // An entity of its own breaks what some readers make links of: they look through backslashes.
      .replace(/\b(https?|ftp|mailto|xmpp)\\:/gi, '$1&#58;')
      .replace(/\b(www)\\\./gi, '$1&#46;')
      .replace(/\\@/g, '&#64;')
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
