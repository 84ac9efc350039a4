/** A remark behind a person's name. */
const REMARK = /\([^()]*\)$/;

/** The number of a person whose name others have too. */
const NUMBER = /\((\d+)\)$/;

/** One or two letters for a name where there is little room; for numbered equal names a letter and the number. */
export function initialsOf(name: string): string {
  const plain = name.trim();
  const number = NUMBER.exec(plain)?.[1];
  if (number !== undefined) return `${[...plain][0]}${number}`;
  const words = (plain.replace(REMARK, '').trimEnd() || plain).split(/\s+/);
  const [first = '', last] = [words[0], words.length > 1 ? words.at(-1) : undefined];
  return last === undefined ? [...first].slice(0, 2).join('') : `${[...first][0]}${[...last][0]}`;
}
