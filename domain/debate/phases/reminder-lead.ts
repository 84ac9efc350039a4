const DAY = 24 * 60 * 60_000;

/** Milliseconds before the end of a span at which people are reminded of it: a day, or halfway if that is later. */
export function reminderLead(span: number): number {
  return Math.min(DAY, Math.max(0, span) / 2);
}
