import { carryPlace, type TextChange } from '../../ot/text-change.ts';
import type { TextName } from '../texts/texts.ts';
import { blankText } from './tombstone.ts';

interface Run {
  readonly name: TextName;
  text: string;
  /** Where in its text it was taken out. */
  at: number;
  /** Its pieces of `ALIKE` characters; null: not looked at yet. */
  pieces: ReadonlySet<string> | null;
}

/** Characters in a row by which taken-out words are known again within something longer. */
const ALIKE = 8;
/** Runs of one person that are remembered: undo goes back 200 steps. */
const REMEMBERED = 1_000;

/**
 * What others have taken out of somebody's words: when they put it in again, by undo, by pasting it elsewhere, by bringing back
 * what was there before, it is not theirs for that.
 */
export class DeletedRuns {
  readonly #runs = new Map<string, Run[]>();

  /** Keeps places of what was taken out true over a change that `author` makes of a text: their own typing there goes on. */
  carry(name: TextName, author: string, change: TextChange): void {
    for (const [by, runs] of this.#runs) {
      const last = runs.at(-1);
      if (last?.name === name && by !== author) last.at = carryPlace(last.at, change);
    }
  }

  /** Notes what somebody takes out at a place: of `words` that is somebody's which differs from what is left of them. */
  note(
    by: string,
    place: { readonly name: TextName; readonly at: number },
    words: string,
    left: string,
  ): void {
    for (const { from, to } of differing(words, left)) this.#add(by, words, from, to, place);
  }

  /**
   * What somebody puts into a text, blank where it is what they had taken out of any, or others out of this one: of two who write
   * at one place at once, one takes out what the other's words are put in with.
   */
  blankIn(by: string, name: TextName, text: string): string {
    const runs = [...this.#runs].flatMap(([who, all]) =>
      who === by ? all : all.filter((run) => run.name === name),
    );
    return runs.reduce(
      (now, run) => (text === run.text ? blankText(text) : blankAlike(now, text, run)),
      text,
    );
  }

  #add(
    by: string,
    words: string,
    from: number,
    to: number,
    { name, at }: { readonly name: TextName; readonly at: number },
  ): void {
    const text = words.slice(from, to);
    const runs = this.#runs.get(by) ?? [];
    const last = runs.at(-1);
    // Taken out key by key, backwards or forwards, it is one run.
    const isWhole = from === 0 && to === words.length && last?.name === name;
    if (isWhole && last && at + words.length === last.at) {
      Object.assign(last, { text: text + last.text, at, pieces: null });
    } else if (isWhole && last && at === last.at) {
      Object.assign(last, { text: last.text + text, pieces: null });
    } else {
      runs.push({ name, text, at, pieces: null });
    }
    this.#runs.set(by, runs.slice(-REMEMBERED));
  }
}

/** A text, blank where it has what was erased of others: what differs in `words`, as they were, from what is left of them. */
export function blankErased(text: string, words: string, left: string): string {
  if (text.length < ALIKE || words === left) return text;
  const erased = differing(words, left).map(({ from, to }) => ({
    text: words.slice(from, to),
    pieces: null,
  }));
  return erased.reduce((now, run) => blankAlike(now, text, run), text);
}

function differing(words: string, left: string): { from: number; to: number }[] {
  const runs: { from: number; to: number }[] = [];
  let from = -1;
  for (let at = 0; at <= words.length; at += 1) {
    const differs = at < words.length && words[at] !== left[at];
    if (differs && from < 0) from = at;
    if (!differs && from >= 0) {
      runs.push({ from, to: at });
      from = -1;
    }
  }
  return runs;
}

/** `left`, blank as well where `text`, which it was, has what is in the run. */
function blankAlike(left: string, text: string, run: Pick<Run, 'text' | 'pieces'>): string {
  if (text.length < ALIKE || run.text.length < ALIKE) return left;
  run.pieces ??= new Set(piecesOf(run.text));
  const units = left.split('');
  piecesOf(text).forEach((piece, from) => {
    if (run.pieces?.has(piece)) units.fill(blankText(' '), from, from + ALIKE);
  });
  return units.join('');
}

function piecesOf(text: string): string[] {
  return Array.from({ length: text.length - ALIKE + 1 }, (_, from) => text.slice(from, from + ALIKE));
}
