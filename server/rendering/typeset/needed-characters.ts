import { FACE_NAMES, type FaceName } from './faces.ts';

/** Characters that drawings add to people's words: digits, symbols, ellipses. */
const ALWAYS = [
  ...Array.from({ length: 0x5f }, (_, at) => String.fromCharCode(0x20 + at)),
  '…–—−·•¶§→≥±“”‘’‹›⇅',
].join('');

/** The characters that each face needs. */
export class NeededCharacters {
  readonly #of = new Map<FaceName, Set<number>>();

  /** Records a text that will be set in these faces. */
  note(text: string, ...faces: FaceName[]): void {
    for (const name of faces) {
      const characters = this.in(name);
      for (let at = 0; at < text.length; at += 1) {
        const codePoint = text.codePointAt(at) ?? 0;
        if (codePoint > 0xffff) at += 1;
        characters.add(codePoint);
      }
    }
  }

  /** The characters of one face. */
  in(name: FaceName): Set<number> {
    let characters = this.#of.get(name);
    if (!characters) {
      characters = new Set([...ALWAYS].map((character) => character.codePointAt(0) ?? 0));
      this.#of.set(name, characters);
    }
    return characters;
  }

  /** The faces in use. */
  get faces(): FaceName[] {
    return FACE_NAMES.filter((name) => this.#of.has(name));
  }
}
