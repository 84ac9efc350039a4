/** Cuts a text in two: the selection, or everything after the cursor, is removed. Neither part begins or ends with space. */
export function splitTextAt(text: string, from: number, to: number): readonly [left: string, gone: string] {
  const end = from === to ? text.length : to;
  const left = `${text.slice(0, from).trimEnd()} ${text.slice(end).trimStart()}`.trim();
  return [left, text.slice(from, end).trim()];
}
