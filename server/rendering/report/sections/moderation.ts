import { isSanction } from '#domain/debate/moderation-log/moderation-action.ts';
import { readable } from '#domain/formats/pages/readable-text.ts';
import { readComment } from '#domain/formats/read-comment.ts';
import { truncateText } from '#domain/formats/whole-text.ts';
import { formatMoment } from '#domain/words/dates.ts';
import type { Block } from '../flow.ts';
import type { ReportFacts } from '../report-facts.ts';
import { REPORT } from '../report-words.ts';
import type { Setter } from '../setter.ts';
import { AIR, STYLES } from '../styles.ts';
import { FULL, sectionHeading } from './headings.ts';

/** Characters of the moderated content. */
const SHOWN = 120;

/** The moderation log, for readers who may see it: the state of others has none. `notes`: with moderators' notes. */
export function moderationSection(facts: ReportFacts, setter: Setter, notes: boolean): Block[] {
  const acts = [...facts.whole.moderationLog.values()].sort((a, b) => a.seq - b.seq);
  if (acts.length === 0) return [];
  return [
    sectionHeading(setter, REPORT.moderation),
    ...acts.map(({ at, by, what, on, reason, note }): Block => {
      const about = on.map((id) => (isSanction(what) ? personOf(facts, id) : thingOf(facts, id)));
      const said = [
        `${REPORT.acts[what]}: ${about.join('; ') || (isSanction(what) ? REPORT.somebody : REPORT.something)}`,
        ...(reason ? [reason.replaceAll('_', ' ')] : []),
      ].join(' · ');
      const who = [formatMoment(at), facts.nameOf(by)].filter(Boolean).join(' · ');
      return {
        role: { kind: 'item', depth: 1 },
        before: AIR.item,
        rows: [
          ...setter.rows(said, STYLES.quote, FULL),
          ...(note && notes
            ? setter.rows(readable(note), STYLES.quote, { x: 16, width: FULL.width - 16 })
            : []),
          ...setter.rows(who, STYLES.note, FULL),
        ],
      };
    }),
  ];
}

function personOf({ nameOf }: ReportFacts, id: string): string {
  return nameOf(id) || REPORT.somebody;
}

function thingOf({ whole, names, numbers, nameOf }: ReportFacts, id: string): string {
  if (id === '*') return REPORT.wholeDebate;
  const number = numbers.get(id);
  const link = whole.links.get(id);
  const comment = whole.comments.get(id);
  const text =
    whole.claims.get(link?.from ?? id)?.text ??
    (comment && readComment(whole, names, comment.text)) ??
    whole.questions.get(id)?.text ??
    whole.positions.get(id)?.name ??
    whole.polls.get(id)?.question ??
    whole.sources.get(id)?.title;
  const words = text === undefined ? '' : truncateText(readable(text), SHOWN);
  if (link) return REPORT.linkOf(number ?? '', words);
  if (words) return [number, `“${words}”`].filter(Boolean).join(' ');
  return nameOf(id) || (whole.participants.has(id) ? REPORT.somebody : REPORT.something);
}
