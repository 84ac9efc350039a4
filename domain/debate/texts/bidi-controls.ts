/**
 * Signs that turn the direction of what stands behind them until another ends it: embeddings, overrides and isolates. The
 * marks U+200E and U+200F are none: they have a direction and turn nothing.
 */
const TURNS = /[\u202a-\u202e\u2066-\u2069]/g;

/** Has a text signs that turn its direction? By them a name may read as another’s. */
export function hasBidiControls(text: string): boolean {
  return text.search(TURNS) !== -1;
}

/** The same text without signs that turn its direction. */
export function withoutTurns(text: string): string {
  return text.replace(TURNS, '');
}
