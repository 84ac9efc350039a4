/**
 * The upper and lower edge of a subtree, level by level. Kept from the deepest level up and with a common offset, so that a
 * parent takes over its deepest child's as they are: stacking a tree costs by its claims, not by its depth too.
 */
export class Contour {
  readonly #tops: number[];
  readonly #bottoms: number[];
  #offset = 0;

  constructor(height: number) {
    this.#tops = [0];
    this.#bottoms = [height];
  }

  get levels(): number {
    return this.#tops.length;
  }

  /** Level 0 is the highest. */
  top(level: number): number {
    return (this.#tops[this.levels - 1 - level] ?? 0) + this.#offset;
  }

  bottom(level: number): number {
    return (this.#bottoms[this.levels - 1 - level] ?? 0) + this.#offset;
  }

  move(by: number): void {
    this.#offset += by;
  }

  /** Puts one more level above the others. */
  crown(top: number, bottom: number): void {
    this.#tops.push(top - this.#offset);
    this.#bottoms.push(bottom - this.#offset);
  }

  /** The edges of this one and one below it together. Both are used up. */
  join(below: Contour): Contour {
    const shared = Math.min(this.levels, below.levels);
    const deeper = this.levels >= below.levels ? this : below;
    for (let level = 0; level < shared; level += 1) {
      const at = deeper.levels - 1 - level;
      if (deeper === this) deeper.#bottoms[at] = below.bottom(level) - deeper.#offset;
      else deeper.#tops[at] = this.top(level) - deeper.#offset;
    }
    return deeper;
  }

  /** The highest and the lowest edge of all levels. */
  extent(): readonly [number, number] {
    let [upper, lower] = [Infinity, -Infinity];
    for (let level = 0; level < this.levels; level += 1) {
      upper = Math.min(upper, this.top(level));
      lower = Math.max(lower, this.bottom(level));
    }
    return [upper, lower];
  }
}
