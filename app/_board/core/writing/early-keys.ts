/** Milliseconds to wait for a requested composer: one that can't be loaded keeps no keys. */
const PATIENCE = 10_000;

/** Since when a composer is awaited, and what was typed meanwhile; `null`: none is. */
let waiting: { readonly since: number; typed: string } | null = null;

/** Keys pressed between requesting a composer and its field having the focus: they are text, never commands. */
export const earlyKeys = {
  /** Called when a composer is requested. */
  wait(): void {
    waiting = { since: performance.now(), typed: '' };
  },
  /** Keeps a letter for the composer; returns false if none is awaited. */
  keep(letter: string): boolean {
    if (waiting === null || performance.now() - waiting.since > PATIENCE) return false;
    waiting.typed += letter;
    return true;
  },
  /** Returns what was typed, for the field that has the focus now. Nothing is awaited any longer. */
  take(): string {
    const typed = waiting?.typed ?? '';
    waiting = null;
    return typed;
  },
};
