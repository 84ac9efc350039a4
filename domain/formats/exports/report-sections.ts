/** Sections of the report that a reader can choose, in the report's order. `notes`: moderators' notes within the moderation log. */
export const REPORT_SECTIONS = [
  'conclusion',
  'results',
  'map',
  'positions',
  'opinions',
  'comments',
  'sources',
  'participants',
  'timeline',
  'moderation',
  'notes',
] as const;
export type ReportSection = (typeof REPORT_SECTIONS)[number];

/** Sections about people's conduct, included only on request. */
export const MODERATION_SECTIONS: readonly ReportSection[] = ['moderation', 'notes'];

/** Sections of a report for which none were chosen. */
export const USUAL_SECTIONS: readonly ReportSection[] = REPORT_SECTIONS.filter(
  (section) => !MODERATION_SECTIONS.includes(section),
);
