import type { Hue } from '#domain/debate/positions/position.ts';

const TONES: readonly Hue[] = ['blue', 'ochre', 'violet', 'teal', 'rose', 'olive', 'slate', 'umber'];

/** Returns a person's colour, the same everywhere. */
export function personHue(id: string): Hue | undefined {
  return TONES[hash(id) % TONES.length];
}

function hash(id: string): number {
  let sum = 7;
  for (const character of id) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) >>> 0;
  return sum;
}
