/** A part of a change: the next `length` units are replaced with the text, or kept if it is null. */
export interface Part {
  readonly length: number;
  readonly text: string | null;
}

/** Parts in order, in normal form: none is empty, and two neighbors are never both kept, both only deletions or both only insertions. */
export class PartList {
  readonly #parts: { length: number; text: string | null }[] = [];

  get parts(): readonly Part[] {
    return this.#parts;
  }

  /** Adds a part, to the last one if they are alike or `joined`; returns true if a new one was started. */
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
