import { LIMITS } from '../../debate/engine/limits.ts';
import { FormatError } from '../format-error.ts';
import { IMPORTED_NAME } from '../gathering.ts';
import type { KialoFile, KialoItem } from './split-kialo.ts';

/** The sign or number before an item of a list. */
const MARK = /^(?:[-*+•‣◦▪–—]|(\d+(?:\.\d+)*)[.)])(?:[ \t]+|$)/;
const TASK_BOX = /^\[[ xX]\][ \t]+/;
const HEADING = /^(#{1,6})[ \t]+/;
/** A line across the page, or under a heading. */
const RULE = /^[-*_=\s]{3,}$/;
const LABEL = /^(pro|con|contra|for|against|thesis|position|question|motion)[ \t]*:[ \t]*/i;
/** A line that only says on which side the lines below it are. */
const SIDE = /^(?:arguments[ \t]+)?(pros?|cons?|contra|for|against)[ \t]*:?$/i;

type Kind = KialoItem['kind'];

const KINDS: Readonly<Record<string, Kind>> = {
  ...{ pro: 'Pro', pros: 'Pro', for: 'Pro' },
  ...{ con: 'Con', cons: 'Con', contra: 'Con', against: 'Con' },
  ...{ thesis: 'Thesis', position: 'Thesis', question: 'Question', motion: 'Question' },
};

/** A line of a text, and what its beginning says. */
interface OutlineLine {
  readonly line: number;
  /** Columns before it; each part of a number such as 1.2.1 counts as two. Headings are above all lists. */
  readonly indent: number;
  readonly sign: 'mark' | 'heading' | null;
  readonly kind: Kind | null;
  readonly text: string;
}

interface OutlineItem extends OutlineLine {
  readonly level: number;
  readonly parts: string[];
  above: OutlineItem | null;
  side: Kind | null;
  replies: number;
  /** How many of its replies have their numbers. */
  numbered: number;
  number: string;
}

/** True if a text has two lines or more, and lists, headings, sides or indented lines among them. */
export function isOutline(text: string): boolean {
  let [count, hasShape] = [0, false];
  for (const { indent, sign, kind } of outlineLines(text)) {
    count += 1;
    hasShape ||= indent !== 0 || sign !== null || kind !== null;
    if (count > 1 && hasShape) return true;
  }
  return false;
}

/**
 * An indented list as a discussion: its first line is the question if all others are below or follow it, the next level its theses, the
 * lines below them pros and cons. A list of one level has only claims.
 */
export function splitOutline(text: string, title: string): KialoFile {
  const items = withoutSides(outlineItems(text));
  const roots = items.filter(({ above }) => above === null);
  const head = headOf(roots);
  const tops = items.filter((item) => item !== head && (item.above === null || item.above === head));
  // A text has one question: further ones are theses.
  const asked = head ?? tops.find(({ side, replies }) => side === 'Question' && replies === 0);
  const isSided = tops.some(({ side }) => side === 'Pro' || side === 'Con');
  const isFlat = tops.every(({ replies }) => replies === 0);
  const isGathered = isSided || (isFlat && (head === null || tops.length > LIMITS.positions));
  const written: KialoItem[] = [];
  const [question, thesis] = [
    { number: '0', kind: 'Question' },
    { number: '1', kind: 'Thesis' },
  ] as const;
  if (head && !isSided) written.push({ ...question, text: textOf(head), line: head.line });
  const gathering = head && isSided ? textOf(head) : IMPORTED_NAME;
  if (isGathered) written.push({ ...thesis, text: gathering, line: head?.line ?? 1 });
  for (const [at, top] of tops.entries()) top.number = isGathered ? `1.${at + 1}` : `${at + 1}`;
  for (const item of items) {
    if (item === head) continue;
    const isTop = item.above === null || item.above === head;
    if (!isTop && item.above) item.number = `${item.above.number}.${++item.above.numbered}`;
    written.push({
      number: item.number,
      kind: isTop && !isGathered ? (item === asked ? 'Question' : 'Thesis') : sideOf(item),
      text: textOf(item),
      line: item.line,
    });
  }
  return { title: head?.parts[0] ?? title, items: written, sources: new Map() };
}

function sideOf({ side }: OutlineItem): Kind {
  return side === 'Con' ? 'Con' : 'Pro';
}

function textOf({ parts, sign }: OutlineItem): string {
  // Under a heading stand paragraphs; an item of a list may be wrapped.
  return parts.join(sign === 'heading' ? '\n' : ' ');
}

/** The line that is the question of all others; `null`: none is. */
function headOf(roots: readonly OutlineItem[]): OutlineItem | null {
  const [first, ...others] = roots;
  if (!first || first.side === 'Pro' || first.side === 'Con' || first.side === 'Thesis') return null;
  if (others.length === 0 || first.side === 'Question') return first;
  const isApart = first.sign !== 'mark' && first.replies === 0;
  return isApart && others.some(({ sign, replies }) => sign === 'mark' || replies > 0) ? first : null;
}

/** The items of an outline, each below the last one before it that is indented less. */
function outlineItems(text: string): OutlineItem[] {
  const lines = [...outlineLines(text)];
  const hasMarks = lines.some(({ sign }) => sign === 'mark');
  const items: OutlineItem[] = [];
  const path: OutlineItem[] = [];
  for (const line of lines) {
    const isPlain = hasMarks && line.sign === null && line.kind === null;
    const last = items.at(-1);
    if (last && isPlain && goesOn(last, line)) {
      last.parts.push(line.text);
      continue;
    }
    // Between lists, a line without a mark is the heading of the next one.
    const level = isPlain ? line.indent - 0.5 : line.indent;
    while ((path.at(-1)?.level ?? Number.NEGATIVE_INFINITY) >= level) path.pop();
    const above = path.at(-1) ?? null;
    const item = {
      ...line,
      level,
      parts: [line.text],
      above,
      side: line.kind,
      replies: 0,
      numbered: 0,
      number: '',
    };
    items.push(item);
    path.push(item);
    // The question and its theses are above the first claims.
    if (path.length > LIMITS.depth + 2) throw new FormatError('too_deep', line.line, `${LIMITS.depth}`);
    if (items.length > 2 * LIMITS.claims)
      throw new FormatError('too_many', line.line, `${LIMITS.claims} claims`);
  }
  return items;
}

/** True if a line without a mark belongs to the item before it. */
function goesOn(last: OutlineItem, line: OutlineLine): boolean {
  return last.sign === 'heading' || (last.sign === 'mark' && line.indent > last.indent);
}

/** Items without those that only name a side: what is below these has that side, and is one level higher. */
function withoutSides(items: readonly OutlineItem[]): OutlineItem[] {
  const parents = new Set(items.map(({ above }) => above));
  const sides = new Map<OutlineItem | null, Kind>();
  for (const item of items) {
    const side = KINDS[SIDE.exec(item.text)?.[1]?.toLowerCase() ?? ''];
    if (side && parents.has(item)) sides.set(item, side);
  }
  const kept = items.filter((item) => !sides.has(item));
  for (const item of kept) {
    for (let side = sides.get(item.above); side; side = sides.get(item.above)) {
      item.side ??= side;
      item.above = item.above?.above ?? null;
    }
    if (item.above) item.above.replies += 1;
  }
  return kept;
}

function* outlineLines(text: string): Generator<OutlineLine> {
  let line = 0;
  for (const written of text.split('\n')) {
    line += 1;
    const words = written.trim();
    if (words === '' || RULE.test(words)) continue;
    const found = { line, ...lineOf(words, columnsBefore(written)) };
    if (found.text !== '') yield found;
  }
}

function lineOf(words: string, columns: number): Omit<OutlineLine, 'line'> {
  const heading = HEADING.exec(words)?.[1];
  if (heading !== undefined) {
    const text = withoutEmphasis(words.slice(heading.length).trim());
    return { indent: heading.length - 8, sign: 'heading', kind: null, text };
  }
  const mark = MARK.exec(words);
  const steps = (mark?.[1] ?? '').split('.').length - 1;
  const text = withoutEmphasis(words.slice(mark?.[0].length ?? 0).replace(TASK_BOX, ''));
  const [label, name] = LABEL.exec(text) ?? [];
  const rest = text.slice(label?.length ?? 0);
  return {
    indent: columns + 2 * steps,
    sign: mark ? 'mark' : null,
    kind: (rest && KINDS[name?.toLowerCase() ?? '']) || null,
    text: rest || text,
  };
}

/** The columns before a line's text; a tab goes on to the next of every four. */
function columnsBefore(line: string): number {
  const end = line.length - line.trimStart().length;
  let columns = 0;
  for (let at = 0; at < end; at += 1) columns += line[at] === '\t' ? 4 - (columns % 4) : 1;
  return columns;
}

function withoutEmphasis(text: string): string {
  return text.replace(/\*\*([^*]+)\*\*/g, '$1').replace(/__([^_]+)__/g, '$1');
}
