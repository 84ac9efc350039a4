import type { Operation } from '../../domain/debate/engine/operations.ts';
import { revisionIn, sourceText } from '../../domain/debate/texts/texts.ts';
import type { TextChange } from '../../domain/ot/text-change.ts';
import { aDebate, type DebateBuilder } from './debate-builder.ts';

/** Characters of the author between two that another person inserted. */
const STRETCH = 20;
/** Stretches that one edit goes through: two parts each. */
const PER_EDIT = 240;

/** A debate in which emil inserted a letter after every 20 of dana's in a note of so many of them. */
export function interspersedNote(stretches: number): DebateBuilder {
  const debate = aDebate();
  for (let from = 0; from < stretches; from += 400) {
    const length = Math.min(400, stretches - from) * STRETCH;
    debate.does('dana', noteEdit(debate, [...kept(from * STRETCH), [0, wordsOf('dana', length, from)]]));
  }
  for (let from = 0; from < stretches; from += PER_EDIT) {
    const count = Math.min(PER_EDIT, stretches - from);
    const parts = Array.from({ length: count }, () => [STRETCH, [0, '|'] as const]).flat();
    const rest = (stretches - from - count) * STRETCH;
    debate.does('emil', noteEdit(debate, [...kept(from * (STRETCH + 1)), ...parts, ...kept(rest)]));
  }
  return debate;
}

/** An edit of the note, made on what it is now. */
export function noteEdit({ state }: DebateBuilder, change: TextChange): Operation {
  const base = revisionIn(state, sourceText('s-a', 'note'));
  return { type: 'source.edit', sourceId: 's-a', field: 'note', base, change };
}

/** So many letters of someone's, no eight of which occur in another's. */
export function wordsOf(who: string, length: number, seed = 0): string {
  const letters = who === 'dana' ? 'abcdefghijklm' : 'nopqrstuvwxyz';
  let random = seed + 1;
  return Array.from({ length }, () => {
    random = (Math.imul(random, 1_103_515_245) + 12_345) >>> 0;
    return letters[(random >>> 16) % letters.length];
  }).join('');
}

const kept = (length: number): number[] => (length > 0 ? [length] : []);
