/** Cuts a text in two: what is selected, or all from the cursor on, goes. Neither begins or ends with space. */
export function cutText(text: string, from: number, to: number): readonly [left: string, gone: string] {
  const end = from === to ? text.length : to;
  const left = `${text.slice(0, from).trimEnd()} ${text.slice(end).trimStart()}`.trim();
  return [left, text.slice(from, end).trim()];
}
