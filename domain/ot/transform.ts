import {
  type ChangeSet,
  changeSetOf,
  changesNothing,
  type Replacement,
  replacementsIn,
} from './change-set.ts';
import { PartList } from './part-list.ts';

/**
 * A change transformed over another that was made on the same text and takes effect first.
 *
 * What both delete is deleted once. What both insert stays, each text in one place: where its range begins, or, if the other's range covers
 * that place, after the other's text. Of two ranges that begin at the same place the shorter comes first, of two with the same length the
 * change that is `earlier`.
 */
export function transformChangeSet(set: ChangeSet, over: ChangeSet, earlier: boolean): ChangeSet {
  if (changesNothing(over)) return set;
  const transformation = new Transformation(over);
  for (const own of replacementsIn(set)) {
    transformation.skipOther((their) => comesFirst(their, own, earlier));
    transformation.keepUntil(own.from);
    transformation.replaceUntil(own.to, own.text);
    while (transformation.at < own.to) {
      transformation.skipOther((their) => their.from === transformation.at && transformation.at < own.to);
      transformation.replaceUntil(own.to, '');
    }
  }
  return transformation.end();
}

function comesFirst(their: Replacement, own: Replacement, earlier: boolean): boolean {
  if (their.from !== own.from) return their.from < own.from;
  const longer = their.to - their.from - (own.to - own.from);
  return longer === 0 ? !earlier : longer < 0;
}

/** Iterates over both changes from left to right, while writing the transformed one. */
class Transformation {
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

  /** Skips the other change's next replacements: the text they inserted is there, and is kept. */
  skipOther(goesOn: (their: Replacement) => boolean): void {
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

  /** Replaces what is left of the old text, until the other change inserts something or deletes more than this does. */
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

  /** The rest is the other change's, or kept. */
  end(): ChangeSet {
    this.skipOther(() => true);
    this.keepUntil(this.#length);
    return changeSetOf(this.#made.parts);
  }
}
