import type { Block } from '../flow.ts';
import { MEASURE } from '../paper.ts';
import type { ReportFacts } from '../report-facts.ts';
import { REPORT } from '../report-words.ts';
import type { Setter } from '../setter.ts';
import { STYLES } from '../styles.ts';
import { sectionHeading } from './headings.ts';
import { sideBySide } from './side-by-side.ts';

/** The participants, as far as shown: most contributions first. */
export function participantsSection(facts: ReportFacts, setter: Setter): Block[] {
  const { state, nameOf } = facts;
  const counts = new Map<string, { claims: number; comments: number }>();
  const count = (author: string, what: 'claims' | 'comments') => {
    const known = counts.get(author) ?? { claims: 0, comments: 0 };
    known[what] += 1;
    counts.set(author, known);
  };
  for (const { author, retracted } of state.claims.values()) if (!retracted) count(author, 'claims');
  for (const { author, withdrawn } of state.comments.values()) if (!withdrawn) count(author, 'comments');
  const none = { claims: 0, comments: 0 };
  const people = [...state.participants.values()]
    .filter(({ id }) => nameOf(id) !== '')
    .map(({ id, role, team }) => ({ name: nameOf(id), role, team, ...(counts.get(id) ?? none) }))
    .sort((a, b) => b.claims + b.comments - a.claims - a.comments || (a.name < b.name ? -1 : 1));
  if (people.length === 0) return [];
  return [
    sectionHeading(setter, REPORT.participants),
    ...people.map(({ name, role, team, claims, comments }): Block => {
      const position = state.positions.get(team ?? '')?.name;
      const said = [REPORT.roles[role], ...(position ? [REPORT.ofPosition(position)] : [])].join(', ');
      const counted = setter.ink(
        REPORT.person(claims, comments),
        { ...STYLES.note, line: 15 },
        { x: MEASURE - 110, width: 110 },
        'right',
      );
      return {
        role: { kind: 'item', depth: 1 },
        before: 3,
        rows: sideBySide(
          setter.rows(name, { ...STYLES.body, size: 10 }, { x: 0, width: 200 }),
          setter.rows(said, { ...STYLES.note, line: 15 }, { x: 210, width: 130 }),
          [{ height: 15, inks: [counted] }],
        ),
      };
    }),
  ];
}
