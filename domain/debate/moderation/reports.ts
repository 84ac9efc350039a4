import { createGroupLookup } from '../../collections/group-by.ts';
import type { LogEntry, ProjectedEffect } from '../engine/entries.ts';
import type { DebateState } from '../engine/state.ts';
import { isModerating } from '../participants/participant.ts';
import { authorOf } from '../visibility/hidden-content.ts';
import { NOBODY, type Viewer } from '../visibility/viewer.ts';
import type { Report } from './report.ts';

/** True if it is still open. */
export function isOpenReport({ outcome }: Report): boolean {
  return outcome === null;
}

const byAuthor = createGroupLookup(({ author }: Report) => author);

/** The reports of one person, oldest first. All are gone through once for each state of them: a page asks at each change of the debate. */
export function reportsOf(
  { reports }: Pick<DebateState, 'reports'>,
  participantId: string,
): readonly Report[] {
  return byAuthor(reports, participantId).toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}

/** True if a report of this person was dealt with. */
export function isReporterAnswered(
  { reports }: Pick<DebateState, 'reports'>,
  participantId: string | null,
): boolean {
  return participantId !== null && byAuthor(reports, participantId).some((report) => !isOpenReport(report));
}

/** A person's open report on something; none if the viewer may not know whose reports they are. */
export function reportBy({ reports }: DebateState, participantId: string, on: string): Report | undefined {
  if (participantId === NOBODY) return undefined;
  return byAuthor(reports, participantId).find((report) => report.on === on && isOpenReport(report));
}

/**
 * Reports as the viewer may know them. Participants know their own. Moderators know all, but never who reported their own contributions: so
 * what is sent to all of them alike, with null, names no reporter.
 */
export function reportsFor(state: DebateState, viewer: Viewer): DebateState['reports'] {
  const { participantId } = viewer;
  if (!viewer.seesAll && participantId === null) return state.reports.clear();
  return state.reports.flatMap((report, id) => {
    const known = reportFor(state, report, viewer);
    return known ? [[id, known]] : [];
  });
}

function reportFor(state: DebateState, report: Report, { seesAll, participantId }: Viewer): Report | null {
  if (!seesAll) return report.author === participantId ? { ...report, by: '' } : null;
  const showsReporter = participantId !== null && authorOf(state, report.on) !== participantId;
  return showsReporter ? report : { ...report, author: '' };
}

/** True if an effect concerns reports. People receive it as what they may then know of these. */
function isAboutReports({ effect }: LogEntry): boolean {
  return (
    effect.type === 'report.made' || effect.type === 'report.withdrawn' || effect.type === 'report.settled'
  );
}

/** The projected reports that a viewer is sent for entries that led to `state`; null: none. */
export function projectReports(
  entries: readonly LogEntry[],
  state: DebateState,
  viewer: Viewer,
): Extract<ProjectedEffect, { type: 'report.projected' }> | null {
  const touched = [...new Set(entries.flatMap((entry) => reportsIn(entry)))];
  const reports = touched.flatMap((id) => {
    const report = state.reports.get(id);
    return (report && reportFor(state, report, viewer)) ?? [];
  });
  const ended = new Set(entries.filter((entry) => isKnownTo(entry, viewer)).flatMap(reportsIn));
  const gone = [...ended].filter((id) => !state.reports.has(id));
  return reports.length + gone.length > 0 ? { type: 'report.projected', reports, gone } : null;
}

/** Participants who are sent something else about reports than their whole audience: the reporters, and moderators. */
export function reportRecipients(entries: readonly LogEntry[], state: DebateState): string[] {
  const about = entries.filter(isAboutReports);
  if (about.length === 0) return [];
  const steering = [...state.participants.values()].filter(({ role }) => isModerating(role));
  return [
    ...steering.map(({ id }) => id),
    ...about.flatMap((entry) =>
      entry.effect.type === 'report.settled'
        ? entry.effect.ids.flatMap((id) => state.reports.get(id)?.author ?? [])
        : [entry.author],
    ),
  ];
}

/** Only the person knows that a report they make or withdraw is theirs; for one that no longer exists, only they can say so. */
function isKnownTo({ author, effect }: LogEntry, { seesAll, participantId }: Viewer): boolean {
  return seesAll || (effect.type !== 'report.settled' && author === participantId);
}

function reportsIn({ effect }: LogEntry): readonly string[] {
  switch (effect.type) {
    case 'report.made':
      return [effect.reportId, ...(effect.forgotten ?? [])];
    case 'report.withdrawn':
      return [effect.reportId];
    case 'report.settled':
      return effect.ids;
    default:
      return [];
  }
}
