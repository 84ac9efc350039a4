import { hasOwnTitle } from '#domain/debate/head/own-title.ts';
import { formatMoment } from '#domain/words/dates.ts';
import { hueIn } from '../../pictures/map-colours.ts';
import { boxPath } from '../../pictures/paths.ts';
import type { Block, FlowRow } from '../flow.ts';
import { MEASURE } from '../paper.ts';
import { type ReportFacts, votesLine } from '../report-facts.ts';
import { REPORT } from '../report-words.ts';
import type { Setter } from '../setter.ts';
import { COLOURS, STYLES } from '../styles.ts';
import { FULL, paragraph, ruleAt } from './headings.ts';
import { pollBlocks } from './results.ts';

/** The first page: the motion, the positions, and how opinions moved. */
export function cover(facts: ReportFacts, setter: Setter): Block[] {
  const { state, map } = facts;
  const { title = '', motion = '' } = state.head ?? {};
  const air = (height: number): FlowRow => ({ height, inks: [] });
  const heads: FlowRow[] = [
    air(72),
    ...setter.rows(REPORT.report.toUpperCase(), STYLES.over, FULL),
    air(10),
    ...setter.rows(motion, STYLES.motion, FULL),
  ];
  const about: FlowRow[] = [
    air(12),
    ...(hasOwnTitle({ title, motion })
      ? setter.rows(title, { ...STYLES.heading, colour: COLOURS.soft }, FULL)
      : []),
    air(10),
    { height: 8, inks: [], ornaments: [ruleAt(4)] },
    ...(facts.branch === null ? [] : setter.rows(facts.branch, STYLES.note, FULL)),
    ...setter.rows(REPORT.asOf(formatMoment(state.at)), STYLES.note, FULL),
    ...setter.rows(votesLine(facts).join(' · '), STYLES.note, FULL),
  ];
  const positions = map.positions.map(({ id, name, hue }): Block => {
    const colour = hueIn(COLOURS, hue);
    const strength = facts.strengthOf(id);
    const rows = setter.rows(name, { ...STYLES.heading, colour }, { x: 30, width: MEASURE - 130 });
    const [first, ...more] = rows;
    const names =
      strength === undefined
        ? []
        : [setter.ink(REPORT.strength(strength), STYLES.figure, { x: MEASURE - 90, width: 90 }, 'right')];
    return {
      role: { kind: 'P' },
      before: 8,
      rows: [
        {
          height: first?.height ?? 20,
          inks: [...(first?.inks ?? []), ...names],
          ornaments: [{ path: boxPath({ x: 0, y: 9, width: 20, height: 3 }), paint: { fill: colour } }],
        },
        ...more,
      ],
    };
  });
  const hasStrengths = map.positions.some(({ id }) => facts.strengthOf(id) !== undefined);
  return [
    {
      role: { kind: 'H1' },
      rows: heads,
      before: 0,
      leads: true,
      bookmark: { title: motion || title, level: 0 },
    },
    { role: { kind: 'P' }, rows: about, before: 0 },
    ...positions.map((block, at) => (at === 0 ? { ...block, before: 28 } : block)),
    ...(hasStrengths ? [paragraph(setter, REPORT.strengthsCaption, STYLES.note)] : []),
    ...pollBlocks(facts, setter, true).map((block, at) => (at === 0 ? { ...block, before: 34 } : block)),
  ];
}
