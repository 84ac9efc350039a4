import { LIMITS } from '../engine/limits.ts';
import { withoutBidiControls } from '../texts/bidi-controls.ts';

const BETWEEN = ' · ';

/** The title of a small group's debate: its name, then as much of the plenary's title as fits. */
export function groupTitle(name: string, plenaryTitle: string): string {
  const whole = `${name}${BETWEEN}${withoutBidiControls(plenaryTitle)}`;
  return [...whole].slice(0, LIMITS.titleCharacters).join('').trim();
}

/** The name of a small group, by the title of its debate. */
export function groupNameOf(title: string): string {
  return title.split(BETWEEN)[0] ?? title;
}
