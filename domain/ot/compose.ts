import { type ChangeSet, changeSetOf, changesNothing } from './change-set.ts';
import { type Part, PartList } from './part-list.ts';

/** Composes two changes, the second made on the text after the first. */
export function composeChangeSets(first: ChangeSet, second: ChangeSet): ChangeSet {
  if (changesNothing(first)) return second;
  if (changesNothing(second)) return first;
  const made = new PartList();
  // Both split the text between them; its pieces go from the old text, through both, to the new one.
  const before = new Walk(first.parts, ({ length, text }) => text?.length ?? length);
  const after = new Walk(second.parts, ({ length }) => length);
  /** True if the next piece continues a replacement that started a part. */
  let joined = false;
  for (;;) {
    const [one, other] = [before.part, after.part];
    if (one && before.left === 0) {
      made.add(one.length, one.text, joined);
      before.pass(0);
    } else if (other && after.left === 0) {
      made.add(0, other.text, joined);
      after.pass(0);
    } else if (one && other) {
      const length = Math.min(before.left, after.left);
      const between = one.text?.slice(before.passed, before.passed + length) ?? null;
      const text = other.text === null ? between : after.passed === 0 ? other.text : '';
      const began = made.add(one.text === null ? length : before.passed === 0 ? one.length : 0, text, joined);
      joined = (joined || began) && (before.replacesOn(length) || after.replacesOn(length));
      before.pass(length);
      after.pass(length);
    } else return changeSetOf(made.parts);
  }
}

/** Iterates over a change by places of the text between the two. */
class Walk {
  part: Part | undefined;
  /** Units of the current part already passed, and those ahead. */
  passed = 0;
  left = 0;
  readonly #parts: readonly Part[];
  readonly #lengthOf: (part: Part) => number;
  #next = 0;

  constructor(parts: readonly Part[], lengthOf: (part: Part) => number) {
    this.#parts = parts;
    this.#lengthOf = lengthOf;
    this.#begin();
  }

  pass(length: number): void {
    this.passed += length;
    this.left -= length;
    if (this.left === 0) this.#begin();
  }

  /** True if the part is a replacement with more than this many units left. */
  replacesOn(length: number): boolean {
    return this.left > length && typeof this.part?.text === 'string';
  }

  #begin(): void {
    this.part = this.#parts[this.#next];
    this.#next += 1;
    this.passed = 0;
    this.left = this.part ? this.#lengthOf(this.part) : 0;
  }
}
