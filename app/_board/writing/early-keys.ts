/** Milliseconds for which a composer that was asked for is waited for: one that can't be fetched keeps no keys. */
const PATIENCE = 10_000;

/** Since when a composer is waited for, and what was typed meanwhile; null: none is. */
let waiting: { readonly since: number; typed: string } | null = null;

/**
 * Keys pressed between asking for a composer and its field having the focus: they are what its writer types, never commands.
 */
export const earlyKeys = {
  /** A composer was asked for. */
  wait(): void {
    waiting = { since: performance.now(), typed: '' };
  },
  /** Keeps a letter for the composer; false: none is waited for. */
  keep(letter: string): boolean {
    if (waiting === null || performance.now() - waiting.since > PATIENCE) return false;
    waiting.typed += letter;
    return true;
  },
  /** What was typed, for the field that has the focus now. Nothing is waited for any longer. */
  take(): string {
    const typed = waiting?.typed ?? '';
    waiting = null;
    return typed;
  },
};
