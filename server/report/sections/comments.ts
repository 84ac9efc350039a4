import type { MapComment } from '../../../domain/formats/argument-map.ts';
import { readable } from '../../pictures/picture-words.ts';
import type { Block } from '../flow.ts';
import { MEASURE } from '../paper.ts';
import type { ReportFacts } from '../report-facts.ts';
import { momentOf, REPORT } from '../report-words.ts';
import type { Setter } from '../setter.ts';
import { AIR, STYLES } from '../styles.ts';
import { heading, sectionHeading } from './headings.ts';

/** Comments, by what they are on. */
export function comments(facts: ReportFacts, setter: Setter): Block[] {
  const { map, numbers, state } = facts;
  if (map.comments.length === 0) return [];
  const blocks: Block[] = [sectionHeading(setter, REPORT.comments)];
  let before: string | null = null;
  for (const one of map.comments) {
    const { kind, id } = one.comment.on;
    const number = numbers.get(id) ?? '';
    if (number !== before) {
      const position = kind === 'position' ? state.positions.get(id)?.name : undefined;
      blocks.push(
        heading(
          setter,
          position === undefined ? REPORT.on(number) : `${REPORT.on(number)}: ${position}`,
          'H3',
        ),
      );
    }
    before = number;
    blocks.push(commentBlock(one, setter));
  }
  return blocks;
}

function commentBlock({ comment, author }: MapComment, setter: Setter): Block {
  const isReply = comment.replyTo !== null;
  const column = { x: isReply ? 16 : 0, width: MEASURE - (isReply ? 16 : 0) };
  const told = [
    ...(author ? [author] : []),
    momentOf(comment.at),
    ...(isReply ? [REPORT.reply] : []),
    ...(comment.resolved ? [REPORT.resolved] : []),
  ].join(' · ');
  return {
    role: { kind: 'item', depth: isReply ? 2 : 1 },
    before: AIR.item,
    rows: [
      ...setter.rows(readable(comment.text), STYLES.quote, column),
      ...setter.rows(told, STYLES.note, column),
    ],
  };
}
