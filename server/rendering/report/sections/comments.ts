import type { MapClaim, MapComment } from '#domain/formats/argument-map.ts';
import { commentPlaceWords } from '#domain/formats/cross-link-words.ts';
import { readable } from '#domain/formats/pages/readable-text.ts';
import { truncateText } from '#domain/formats/whole-text.ts';
import { formatMoment } from '#domain/words/dates.ts';
import type { Block } from '../flow.ts';
import { MEASURE } from '../paper.ts';
import type { ReportFacts } from '../report-facts.ts';
import { REPORT } from '../report-words.ts';
import { richRows } from '../rich-text.ts';
import type { Setter } from '../setter.ts';
import { AIR, STYLES } from '../styles.ts';
import { FULL, heading, sectionHeading } from './headings.ts';

/** Characters of a claim in the heading of its comments. */
const SHOWN = 240;

/** The comments, by their target. */
export function commentsSection(facts: ReportFacts, setter: Setter): Block[] {
  const { map } = facts;
  if (map.comments.length === 0) return [];
  const claims = new Map(
    map.claims.flatMap((claim) => [[claim.id, claim] as const, [claim.link.id, claim] as const]),
  );
  const blocks: Block[] = [sectionHeading(setter, REPORT.comments)];
  let before: string | null = null;
  for (const one of map.comments) {
    const { kind, id } = one.comment.on;
    const place = `${kind} ${id}`;
    if (place !== before) blocks.push(placeBlock(facts, setter, one.comment.on, claims));
    before = place;
    blocks.push(commentBlock(one, setter));
  }
  return blocks;
}

/** The target of comments: its number and its text. */
function placeBlock(
  { numbers, state, crossLinks }: ReportFacts,
  setter: Setter,
  on: MapComment['comment']['on'],
  claims: ReadonlyMap<string, MapClaim>,
): Block {
  const { kind, id } = on;
  if (crossLinks.has(id))
    return heading(setter, REPORT.onClaim(commentPlaceWords(on, crossLinks, numbers)), 'H3');
  const number = numbers.get(id) ?? '';
  const text = kind === 'position' ? state.positions.get(id)?.name : claims.get(id)?.text;
  const words = truncateText(readable(text ?? '').replace(/\s+/g, ' '), SHOWN);
  const title = heading(setter, kind === 'link' ? REPORT.onLink(number) : REPORT.onClaim(number), 'H3');
  return { ...title, rows: [...title.rows, ...setter.rows(words, STYLES.body, FULL)] };
}

function commentBlock({ comment, author, isReply }: MapComment, setter: Setter): Block {
  const column = { x: isReply ? 16 : 0, width: MEASURE - (isReply ? 16 : 0) };
  const caption = [
    ...(author ? [author] : []),
    formatMoment(comment.at),
    ...(isReply ? [REPORT.reply] : []),
    ...(comment.resolved ? [REPORT.resolved] : []),
  ].join(' · ');
  return {
    role: { kind: 'item', depth: isReply ? 2 : 1 },
    before: AIR.item,
    rows: [
      ...richRows(setter, readable(comment.text), STYLES.quote, column),
      ...setter.rows(caption, STYLES.note, column),
    ],
  };
}
