import { cutText } from '../../../domain/formats/whole-text.ts';
import { readable } from '../../pictures/picture-words.ts';
import type { Block } from '../flow.ts';
import type { ReportFacts } from '../report-facts.ts';
import { momentOf, REPORT } from '../report-words.ts';
import type { Setter } from '../setter.ts';
import { AIR, STYLES } from '../styles.ts';
import { FULL, sectionHeading } from './headings.ts';

/** Characters of what something was done to. */
const SHOWN = 120;

/** What those who run the debate did, for whoever may see it: of others' exports there is nothing in the state. */
export function moderation(facts: ReportFacts, setter: Setter): Block[] {
  const acts = [...facts.whole.acts.values()].sort((a, b) => a.seq - b.seq);
  if (acts.length === 0) return [];
  return [
    sectionHeading(setter, REPORT.moderation),
    ...acts.map(({ at, by, what, on, reason, note }): Block => {
      const said = [
        `${REPORT.acts[what]}: ${on.map((id) => thingOf(facts, id)).join('; ') || REPORT.something}`,
        ...(reason ? [reason.replaceAll('_', ' ')] : []),
      ].join(' · ');
      const who = [momentOf(at), facts.nameOf(by)].filter(Boolean).join(' · ');
      return {
        role: { kind: 'item', depth: 1 },
        before: AIR.item,
        rows: [
          ...setter.rows(said, STYLES.quote, FULL),
          ...(note ? setter.rows(readable(note), STYLES.quote, { x: 16, width: FULL.width - 16 }) : []),
          ...setter.rows(who, STYLES.note, FULL),
        ],
      };
    }),
  ];
}

function thingOf({ whole, numbers, nameOf }: ReportFacts, id: string): string {
  if (id === '*') return REPORT.wholeDebate;
  const number = numbers.get(id);
  const text = whole.claims.get(id)?.text ?? whole.comments.get(id)?.text ?? whole.positions.get(id)?.name;
  if (text !== undefined) return [number, `“${cutText(readable(text), SHOWN)}”`].filter(Boolean).join(' ');
  return nameOf(id) || REPORT.something;
}
