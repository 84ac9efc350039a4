import { finish } from '../../domain/collections/steps.ts';
import type { LogEntry } from '../../domain/debate/engine/entries.ts';
import { evolve, evolveAll } from '../../domain/debate/engine/evolve.ts';
import { type DebateState, EMPTY_STATE } from '../../domain/debate/engine/state.ts';
import { WordEraser } from '../../domain/debate/erasure/erase-words.ts';
import { GivenTexts } from '../../domain/debate/erasure/given-texts.ts';
import { textIn, textNamed } from '../../domain/debate/texts/texts.ts';
import { applyChange } from '../../domain/ot/text-change.ts';

/** Erases a person, and their words unless it is said otherwise. */
export const erase = (participantId: string, words = true) =>
  ({ type: 'participant.erase', participantId, words }) as const;

/** A log without someone's words. */
export function without(author: string, entries: readonly LogEntry[]): LogEntry[] {
  const given = new GivenTexts(author);
  for (const entry of entries) given.read(entry);
  const eraser = new WordEraser(author, given);
  return entries.map((entry) => finish(eraser.take(entry)));
}

/** The state a log makes. */
export const replay = (entries: readonly LogEntry[]): DebateState => evolveAll(EMPTY_STATE, entries);

/** Words that someone put in whole, and that no one else wrote too, or spelled out from letters of several. */
export function wordsOf(author: string, entries: readonly LogEntry[]): string[] {
  const [own, others] = [new Set<string>(), new Set<string>()];
  let state = EMPTY_STATE;
  for (const entry of entries) {
    if (writerOf(entry, state) === author)
      for (const text of textsIn(entry)) for (const word of text.match(/\bw\d+w\b/g) ?? []) own.add(word);
    else for (const word of spelledIn(entry, state)) others.add(word);
    state = evolve(state, entry);
  }
  return [...own].filter((word) => !others.has(word));
}

/** The person who wrote what an entry puts in; null: it brings back what was there. */
function writerOf({ author, effect }: LogEntry, { suggestions }: DebateState): string | null {
  if (effect.type === 'claim.joined') return null;
  if (effect.type !== 'suggestion.settled') return author;
  return effect.outcome ? (suggestions.get(effect.suggestionId)?.author ?? author) : null;
}

/** All that an entry puts into claims, comments and other texts. */
function textsIn({ effect }: LogEntry): string[] {
  if (effect.type === 'claim.added' || effect.type === 'comment.added') return [effect.text];
  if (effect.type === 'flag.set') return [effect.note];
  if (effect.type === 'report.made') return [effect.words];
  if (!('change' in effect)) return [];
  // The parts of a claim that is split are cut out of what was there.
  return (effect.change ?? []).flatMap((part) => (typeof part === 'number' ? [] : part.slice(1).map(String)));
}

/** Words that occur oftener after an entry than before: a person who puts in '3w' after 'w2' writes 'w23w'. */
function spelledIn(entry: LogEntry, state: DebateState): string[] {
  if (writerOf(entry, state) === null) return [];
  const { effect } = entry;
  const change = 'change' in effect ? effect.change : null;
  if (!change) return spelled(textsIn(entry).join(' '));
  const before = textIn(state, textNamed(effect as Parameters<typeof textNamed>[0])) ?? '';
  const was = spelled(before);
  const count = (words: string[], word: string) => words.filter((one) => one === word).length;
  const is = spelled(applyChange(before, change) ?? '');
  return is.filter((word) => count(is, word) > count(was, word));
}

function spelled(text: string): string[] {
  return [...text.matchAll(/(?=(w\d+w))/g)].map(([, word]) => word ?? '');
}
