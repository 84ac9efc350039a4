import { LIMITS } from '../../domain/debate/limits.ts';

/** Characters of a title made from a motion: short enough for a line of a list. */
const LONGEST = Math.min(80, LIMITS.titleCharacters);

/** The title of a debate that was given none: its motion, shortened between two words. */
export function titleOfMotion(motion: string): string {
  const text = motion.trim().replace(/\.$/u, '');
  if (text.length <= LONGEST) return text;
  const cut = text.slice(0, LONGEST);
  const space = cut.lastIndexOf(' ');
  return `${(space > LONGEST / 2 ? cut.slice(0, space) : cut).trimEnd()}…`.slice(0, LONGEST);
}
