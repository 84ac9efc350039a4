/** A part of a change: the next `length` units are replaced by the text, or kept where it is null. */
export interface Part {
  readonly length: number;
  readonly text: string | null;
}

/**
 * Parts written one after the other, in normal form: none is of nothing, and two neighbours are never both kept, both only
 * taken out or both only put in.
 */
export class PartList {
  readonly #parts: { length: number; text: string | null }[] = [];

  get parts(): readonly Part[] {
    return this.#parts;
  }

  /** Adds a part, to the last one where they are alike or `joined`; says whether one began. */
  add(length: number, text: string | null, joined = false): boolean {
    if (length === 0 && !text) return false;
    const last = this.#parts.at(-1);
    if (!last || !(joined || areAlike(last, { length, text }))) {
      this.#parts.push({ length, text });
      return true;
    }
    last.length += length;
    if (text !== null) last.text = (last.text ?? '') + text;
    return false;
  }
}

function areAlike(last: Part, next: Part): boolean {
  return next.text ? next.length + last.length === 0 : next.text === last.text;
}
