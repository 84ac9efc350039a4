/** Most characters of a heading in its usual size, and in each smaller one: each fills about a third of a projected screen. */
const STEPS = [60, 160, 320];

/** Returns how much smaller a heading is drawn because of its length, from 1 to 3, or `undefined` for its usual size. Nobody can scroll a wall. */
export function lengthStep(text: string): number | undefined {
  return STEPS.filter((most) => text.length > most).length || undefined;
}
