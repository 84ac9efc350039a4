/** A text as an Argdown statement: one line, without anything Argdown would interpret. */
export function escapeArgdown(text: string): string {
  return (
    text
      .replace(/\s+/g, ' ')
      .trim()
      .replace(/[\\@#*_[\]<>{}/]/g, '\\$&')
      // Lines of three or more, and fences, if two are adjacent.
      .replace(/([-=~])(?=\1)/g, '\\$1')
      .replace(/(?<=([-=~]))(?<!\\)\1/g, (sign) => `\\${sign}`)
      // A word between two of these is the name of an emoji.
      .replace(/[.:](?=\S)/g, '\\$&')
  );
}

/** Data of Argdown (YAML, which includes JSON) after a statement; braces in texts would end it early. */
export function argdownData(data: Readonly<Record<string, unknown>>): string {
  return JSON.stringify(data).replace(IN_STRINGS, (string) =>
    string.replace(
      /[{}/<>#*=\u0085\u2028\u2029\u007f-\u009f]/g,
      (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
    ),
  );
}

const IN_STRINGS = /"(?:[^"\\]|\\.)*"/g;
