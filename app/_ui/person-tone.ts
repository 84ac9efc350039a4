import type { Hue } from '../../domain/debate/state.ts';

const TONES: readonly Hue[] = ['blue', 'ochre', 'violet', 'teal', 'rose', 'olive', 'slate', 'umber'];

/** The colour of a person: the same everywhere, on every screen. */
export function toneOf(personId: string): Hue {
  return TONES[hash(personId) % TONES.length] ?? 'slate';
}

function hash(id: string): number {
  let sum = 7;
  for (const character of id) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) >>> 0;
  return sum;
}
