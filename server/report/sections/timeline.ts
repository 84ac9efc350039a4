import { pollsInOrder } from '../../../domain/debate/polls.ts';
import { boxPath } from '../../pictures/paths.ts';
import type { Block, Row } from '../flow.ts';
import { MEASURE } from '../paper.ts';
import type { ReportFacts } from '../report-facts.ts';
import { dayOf, momentOf, REPORT } from '../report-words.ts';
import type { Setter } from '../setter.ts';
import { COLOURS, STYLES } from '../styles.ts';
import { sectionHeading } from './headings.ts';

const DAY = 24 * 60 * 60 * 1_000;

/** When what happened: the debate's turns, and of each day how much was added. */
export function timeline(facts: ReportFacts, setter: Setter): Block[] {
  const { state } = facts;
  const days = new Map<number, { claims: number; comments: number }>();
  const note = (at: number, what: 'claims' | 'comments') => {
    const day = Math.floor(at / DAY);
    const known = days.get(day) ?? { claims: 0, comments: 0 };
    known[what] += 1;
    days.set(day, known);
  };
  for (const { at } of state.claims.values()) note(at, 'claims');
  for (const { at, withdrawn } of state.comments.values()) if (!withdrawn) note(at, 'comments');
  const most = Math.max(1, ...[...days.values()].map(({ claims, comments }) => claims + comments));
  const entries: { readonly at: number; readonly row: Row }[] = turnsOf(facts).map(({ at, said }) => ({
    at,
    row: rowOf(setter, momentOf(at), said),
  }));
  for (const [day, { claims, comments }] of days) {
    const { height, inks } = rowOf(setter, dayOf(day * DAY), REPORT.day(claims, comments));
    const width = Math.max(1.5, (90 * (claims + comments)) / most);
    const bar = {
      path: boxPath({ x: MEASURE - 90, y: 5, width, height: 6 }),
      paint: { fill: COLOURS.faint },
    };
    // A day's contributions stand behind what happened in it.
    entries.push({ at: (day + 1) * DAY - 1, row: { height, inks, ornaments: [bar] } });
  }
  return [
    sectionHeading(setter, REPORT.timeline),
    ...entries
      .sort((a, b) => a.at - b.at)
      .map(({ row }): Block => ({ role: { kind: 'item', depth: 1 }, rows: [row], before: 2 })),
  ];
}

function rowOf(setter: Setter, when: string, said: string): Row {
  return {
    height: 16,
    inks: [
      setter.ink(when, { ...STYLES.note, line: 16 }, { x: 0, width: 130 }),
      setter.ink(said, { ...STYLES.quote, line: 16 }, { x: 140, width: MEASURE - 140 - 100 }),
    ],
  };
}

function turnsOf({ state }: ReportFacts): { at: number; said: string }[] {
  const { head } = state;
  return [
    ...(head ? [{ at: head.createdAt, said: REPORT.created }] : []),
    ...(head && head.life !== 'open' ? [{ at: head.turnedAt, said: REPORT.closed }] : []),
    ...pollsInOrder(state).map(({ at, kind, question }) => ({
      at,
      said: REPORT.pollOpened(kind === 'quick' ? question : REPORT.poll[kind]),
    })),
    ...[...state.meetings.values()].flatMap(({ id, startedAt, endedAt }) => [
      { at: startedAt, said: REPORT.meetingBegan(id) },
      ...(endedAt === null ? [] : [{ at: endedAt, said: REPORT.meetingEnded(id) }]),
    ]),
  ];
}
