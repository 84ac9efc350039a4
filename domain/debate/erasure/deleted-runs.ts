import { type TextChange, transformPosition } from '../../ot/text-change.ts';
import { wordDifference } from '../../ot/word-difference.ts';
import { LIMITS } from '../engine/limits.ts';
import type { TextName } from '../texts/texts.ts';
import type { Erased } from './blank-alike.ts';

interface Run {
  readonly name: TextName;
  text: string;
  /** The place in its text where it was deleted. */
  at: number;
}

/** Remembered runs of one person: undo goes back 200 steps. */
const REMEMBERED = 1_000;

/**
 * Words by the author that others have deleted: a person who inserts them again, by undo, by pasting them elsewhere or by restoring an
 * earlier version, does not become their author.
 */
export class DeletedRuns {
  readonly #runs = new Map<string, Run[]>();

  /** Maps the places of deleted runs over a change that `author` makes to a text; deletions by `author` continue where they are. */
  carry(name: TextName, author: string, change: TextChange): void {
    for (const [by, runs] of this.#runs) {
      const last = runs.at(-1);
      if (last?.name === name && by !== author) last.at = transformPosition(last.at, change);
    }
  }

  /** Records what a person deletes at a place: the author's parts of `words` that are missing in what is left of them. */
  note(
    by: string,
    place: { readonly name: TextName; readonly at: number },
    words: string,
    left: string,
  ): void {
    for (const { from, to } of differing(words, left)) this.#add(by, words, from, to, place);
    const runs = this.#runs.get(by);
    runs?.splice(0, runs.length - REMEMBERED);
  }

  /**
   * The deleted words that a person may insert into a text again: what they had deleted from any text, or others from this one. Of two who
   * write at the same place at once, one deletes the text that the other's words are inserted with.
   */
  *within(name: TextName, by: string): Generator<Erased> {
    for (const [who, runs] of this.#runs)
      for (const run of runs) if (who === by || run.name === name) yield { words: run.text };
  }

  /** True if a text is one of these as a whole: however short it is, it stays its author's. */
  has(name: TextName, by: string, text: string): boolean {
    for (const { words } of this.within(name, by)) if (words === text) return true;
    return false;
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
    // Deleted key by key, backwards or forwards, it is one run.
    const isWhole = from === 0 && to === words.length && last?.name === name;
    if (isWhole && last && at + words.length === last.at) {
      Object.assign(last, { text: text + last.text, at });
    } else if (isWhole && last && at === last.at) {
      last.text += text;
    } else {
      runs.push({ name, text, at });
    }
    this.#runs.set(by, runs);
  }
}

/**
 * Text that replaces others' words, as far as it is left: also blank where it repeats one of them, of which `kept` is left. However short
 * that word is, it stays its author's: a change from one wording to another, such as an accepted suggestion, takes words out together with
 * those next to them and puts them in again.
 */
export function blankRepeated(
  left: string,
  text: string,
  { words, kept }: { readonly words: string; readonly kept: string },
): string {
  // Longer texts are changed as they are typed, and too long to be compared word by word.
  if (words === kept || Math.max(words.length, text.length) > LIMITS.wordingCharacters) return left;
  const units = left.split('');
  let [from, at] = [0, 0];
  for (const run of wordDifference(words, text)) {
    const { length } = run.text;
    if (run.kind === 'same')
      for (let place = 0; place < length; place += 1)
        if (words[from + place] !== kept[from + place]) units[at + place] = kept[from + place] ?? '';
    if (run.kind !== 'put') from += length;
    if (run.kind !== 'taken') at += length;
  }
  return units.join('');
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
