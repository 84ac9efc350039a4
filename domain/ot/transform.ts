import {
  type ChangeSet,
  changeSetOf,
  changesNothing,
  type Replacement,
  replacementsIn,
} from './change-set.ts';
import { PartList } from './part-list.ts';

/**
 * A change carried over another one that was made on the same text and takes effect first.
 *
 * What both take out is taken out once. What both put in stays, each text in one place: where its range begins, or, if the
 * other's range goes over that place, behind the other's text. Of two that begin at one place the shorter range comes first,
 * of two as long the change that is `earlier`.
 */
export function transformChangeSet(set: ChangeSet, over: ChangeSet, earlier: boolean): ChangeSet {
  if (changesNothing(over)) return set;
  const carrying = new Carrying(over);
  for (const own of replacementsIn(set)) {
    carrying.passTheirs((their) => comesFirst(their, own, earlier));
    carrying.keepUntil(own.from);
    carrying.replaceUntil(own.to, own.text);
    while (carrying.at < own.to) {
      carrying.passTheirs((their) => their.from === carrying.at && carrying.at < own.to);
      carrying.replaceUntil(own.to, '');
    }
  }
  return carrying.end();
}

function comesFirst(their: Replacement, own: Replacement, earlier: boolean): boolean {
  if (their.from !== own.from) return their.from < own.from;
  const longer = their.to - their.from - (own.to - own.from);
  return longer === 0 ? !earlier : longer < 0;
}

/** Both changes gone through from left to right, while what becomes of the one is written. */
class Carrying {
  /** The place in the old text up to which all is written. */
  at = 0;
  readonly #made = new PartList();
  readonly #theirs: readonly Replacement[];
  readonly #length: number;
  #next = 0;

  constructor(over: ChangeSet) {
    this.#theirs = replacementsIn(over);
    this.#length = over.length;
  }

  /** Goes past their next replacements: the text they put in is there, and is kept. */
  passTheirs(goesOn: (their: Replacement) => boolean): void {
    for (let their = this.#theirs[this.#next]; their && goesOn(their); their = this.#theirs[this.#next]) {
      this.keepUntil(their.from);
      this.#made.add(their.text.length, null);
      this.at = their.to;
      this.#next += 1;
    }
  }

  keepUntil(place: number): void {
    if (place <= this.at) return;
    this.#made.add(place - this.at, null);
    this.at = place;
  }

  /** Replaces what is there of the old text, until they put something in or take out more than this does. */
  replaceUntil(place: number, text: string): void {
    let length = 0;
    while (this.at < place) {
      const their = this.#theirs[this.#next];
      if (!their || their.from > this.at) {
        const end = Math.min(place, their?.from ?? place);
        length += end - this.at;
        this.at = end;
      } else if (their.text === '' && their.to <= place) {
        this.at = their.to;
        this.#next += 1;
      } else break;
    }
    this.#made.add(length, text);
  }

  /** The rest is theirs, or kept. */
  end(): ChangeSet {
    this.passTheirs(() => true);
    this.keepUntil(this.#length);
    return changeSetOf(this.#made.parts);
  }
}
