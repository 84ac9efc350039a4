/**
 * Characters that change the direction of what follows until another ends it: embeddings, overrides and isolates. The marks U+200E and
 * U+200F are not included: they have a direction but change none.
 */
const TURNS = /[\u202a-\u202e\u2066-\u2069]/g;

/** True if a text has characters that change its direction. With them a name may look like another one. */
export function hasBidiControls(text: string): boolean {
  return text.search(TURNS) !== -1;
}

/** The same text without characters that change its direction. */
export function withoutBidiControls(text: string): string {
  return text.replace(TURNS, '');
}
