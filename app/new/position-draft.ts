import { HUES, type Hue } from '../../domain/debate/state.ts';

/** A position being written. */
export interface PositionDraft {
  readonly key: string;
  readonly name: string;
  readonly hue: Hue;
  readonly summary: string;
  /** The position it takes the place of, of the debate the new one is started from. */
  readonly of?: string;
}

/** An empty position in the first colour not taken; its key is that colour's, which no other has. */
export function blankPosition(taken: readonly Hue[]): PositionDraft {
  const hue = HUES.find((one) => !taken.includes(one)) ?? HUES[0];
  return { key: hue, name: '', hue, summary: '' };
}
