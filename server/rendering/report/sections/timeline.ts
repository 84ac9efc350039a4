import { askedPolls } from '#domain/debate/polls/polls.ts';
import { formatDay, formatMoment } from '#domain/words/dates.ts';
import { boxPath } from '../../pictures/paths.ts';
import type { Block, FlowRow } from '../flow.ts';
import { MEASURE } from '../paper.ts';
import type { ReportFacts } from '../report-facts.ts';
import { REPORT } from '../report-words.ts';
import type { Setter } from '../setter.ts';
import { COLOURS, STYLES } from '../styles.ts';
import { sectionHeading } from './headings.ts';
import { sideBySide } from './side-by-side.ts';

const HOUR = 60 * 60 * 1_000;
const DAY = 24 * HOUR;
/** Width of the bar of additions, in points, with the space before it. */
const BAR = 100;
/** The width of a row's time. */
const WHEN = 142;
/** Maximum days of a debate that is shown by the hour. */
const FEW_DAYS = 2;

interface Addition {
  readonly at: number;
  readonly what: 'claims' | 'comments';
}

/** The additions of a day, or of an hour. */
interface Span {
  /** The first addition: the row's time and its place among the other rows. */
  readonly at: number;
  readonly isDay: boolean;
  claims: number;
  comments: number;
}

/** The timeline: the debate's turning points, and the additions of each day or hour. */
export function timelineSection(facts: ReportFacts, setter: Setter): Block[] {
  const { state } = facts;
  const added = [
    ...[...state.claims.values()].map(({ at }) => ({ at, what: 'claims' as const })),
    ...[...state.comments.values()].flatMap(({ at, withdrawn }) =>
      withdrawn ? [] : [{ at, what: 'comments' as const }],
    ),
  ];
  const spans = spansOf(added);
  const most = Math.max(1, ...spans.map(({ claims, comments }) => claims + comments));
  const entries: { readonly at: number; readonly rows: readonly FlowRow[] }[] = turnsOf(facts).map(
    ({ at, said }) => ({ at, rows: rowsOf(setter, formatMoment(at), said) }),
  );
  for (const { at, isDay, claims, comments } of spans) {
    const rows = isDay
      ? rowsOf(setter, formatDay(at), REPORT.day(claims, comments), BAR)
      : rowsOf(setter, formatMoment(at), REPORT.hour(claims, comments), BAR);
    const width = Math.max(1.5, (90 * (claims + comments)) / most);
    const bar = {
      path: boxPath({ x: MEASURE - 90, y: 5, width, height: 6 }),
      paint: { fill: COLOURS.faint },
    };
    entries.push({ at, rows: sideBySide(rows, [{ height: 16, inks: [], ornaments: [bar] }]) });
  }
  return [
    sectionHeading(setter, REPORT.timeline),
    ...entries
      .sort((a, b) => a.at - b.at)
      .map(({ rows }): Block => ({ role: { kind: 'item', depth: 1 }, rows, before: 2 })),
  ];
}

/** Returns the additions of each day; in a debate of few days, those within an hour of the first of them. */
function spansOf(added: readonly Addition[]): readonly Span[] {
  const isDay = new Set(added.map(({ at }) => dayOf(at))).size > FEW_DAYS;
  const spans: Span[] = [];
  for (const { at, what } of added.toSorted((a, b) => a.at - b.at)) {
    let span = spans.at(-1);
    if (!span || (isDay ? dayOf(span.at) !== dayOf(at) : at - span.at >= HOUR)) {
      span = { at, isDay, claims: 0, comments: 0 };
      spans.push(span);
    }
    span[what] += 1;
  }
  return spans;
}

function dayOf(at: number): number {
  return Math.floor(at / DAY);
}

/** The rows of a moment in the timeline; `bar`: the width left for one at their end. */
function rowsOf(setter: Setter, when: string, said: string, bar = 0): FlowRow[] {
  const moment = setter.ink(when, { ...STYLES.note, line: 16 }, { x: 0, width: WHEN });
  const column = { x: WHEN + 8, width: MEASURE - WHEN - 8 - bar };
  const words = said.replace(/\s+/g, ' ');
  return sideBySide(
    [{ height: 16, inks: [moment] }],
    setter.rows(words, { ...STYLES.quote, line: 16 }, column),
  );
}

function turnsOf({ state }: ReportFacts): { at: number; said: string }[] {
  const { head } = state;
  return [
    ...(head ? [{ at: head.createdAt, said: REPORT.created }] : []),
    ...(head && head.status !== 'open'
      ? [{ at: head.statusChangedAt, said: REPORT.statusChanged[head.status] }]
      : []),
    ...askedPolls(state).map(({ at, kind, question }) => ({
      at,
      said: REPORT.pollOpened(kind === 'quick' ? question : REPORT.poll[kind]),
    })),
    ...[...state.meetings.values()].flatMap(({ id, startedAt, endedAt }) => [
      { at: startedAt, said: REPORT.meetingBegan(id) },
      ...(endedAt === null ? [] : [{ at: endedAt, said: REPORT.meetingEnded(id) }]),
    ]),
  ];
}
