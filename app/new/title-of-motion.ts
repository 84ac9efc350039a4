import { LIMITS } from '../../domain/debate/engine/limits.ts';
import { truncateText } from '../../domain/formats/whole-text.ts';

/** Maximum length of a title made from a motion: short enough for a line of a list. */
const LONGEST = Math.min(80, LIMITS.titleCharacters);

/** Returns the title of a debate without one: its motion, shortened between two words. */
export function titleOfMotion(motion: string): string {
  const text = motion.trim().replace(/\.$/u, '');
  const cut = truncateText(text, LONGEST);
  const space = cut.lastIndexOf(' ');
  return cut === text || space <= LONGEST / 2 ? cut : `${cut.slice(0, space).trimEnd()}…`;
}
