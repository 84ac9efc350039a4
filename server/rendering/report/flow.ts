import type { Paint } from '../pictures/painter.ts';
import type { FaceName } from '../typeset/faces.ts';

/** Words on a row, with their left end and their baseline below the row's upper edge. */
export interface Ink {
  readonly text: string;
  readonly face: FaceName;
  readonly size: number;
  readonly x: number;
  readonly baseline: number;
  readonly colour: string;
  readonly fromRight: boolean;
  /** Emphasised: set in an oblique face. */
  readonly slanted?: boolean;
}

/** A decoration on a row. */
export interface Ornament {
  /** Relative to the row's upper left corner. */
  readonly path: string;
  readonly paint: Paint;
}

/** One line of a page. */
export interface FlowRow {
  readonly height: number;
  readonly inks: readonly Ink[];
  readonly ornaments?: readonly Ornament[];
}

/** The role of a block, for screen readers. */
export type BlockRole =
  | { readonly kind: 'H1' | 'H2' | 'H3' | 'P' }
  /** An item of a list within lists, from 1. */
  | { readonly kind: 'item'; readonly depth: number }
  /** A line of the contents, and the place it leads to. */
  | { readonly kind: 'entry'; readonly place: string };

/** Rows that belong together. */
export interface Block {
  readonly role: BlockRole;
  readonly rows: readonly FlowRow[];
  /** Points of space before it; none at the top of a page. */
  readonly before: number;
  /** It is never last on a page. */
  readonly leads?: boolean;
  /** It opens a section: on the same page if enough space is left, otherwise on the next. */
  readonly opensSection?: boolean;
  /** The name by which links lead to it. */
  readonly place?: string;
  /** Its bookmark, and the bookmark's depth. */
  readonly bookmark?: { readonly title: string; readonly level: number };
}

/** Rows of a block that are on one page. */
export interface FlowRun {
  readonly block: Block;
  readonly rows: readonly FlowRow[];
  /** Offset of the first row below the text's upper edge. */
  readonly y: number;
  /** True if the block begins here, or ends here. */
  readonly begins: boolean;
  readonly ends: boolean;
}

/** Minimum rows of a block that stay together at a page break. */
const TOGETHER = 2;

/** Minimum part of a page that a section needs to begin on it, unless the whole section fits. */
const SECTION_ROOM = 1 / 3;

/** Minimum filled part of the last page; the page before it may become shorter by as much. */
const LAST_FILLED = 0.25;
const SHORTER = [0.85, 0.75, 0.65, 0.55] as const;

/**
 * Divides blocks into pages: headings stay with what follows, no single line of a paragraph is left alone, and no last page
 * has only a few lines.
 */
export function paginate(blocks: readonly Block[], height: number): FlowRun[][] {
  const pages = divide(blocks, () => height);
  if (pages.length < 2 || isFilled(pages, height)) return pages;
  for (const part of SHORTER) {
    const balanced = divide(blocks, (page) => (page === pages.length - 2 ? height * part : height));
    if (balanced.length !== pages.length) break;
    if (isFilled(balanced, height)) return balanced;
  }
  return pages;
}

function isFilled(pages: readonly (readonly FlowRun[])[], height: number): boolean {
  const last = pages.at(-1)?.at(-1);
  return last === undefined || last.y + heightOf(last.rows) >= height * LAST_FILLED;
}

function divide(blocks: readonly Block[], heightAt: (page: number) => number): FlowRun[][] {
  const pages: FlowRun[][] = [];
  let page: FlowRun[] = [];
  let y = 0;
  const turn = () => {
    pages.push(page);
    page = [];
    y = 0;
  };
  for (const [at, block] of blocks.entries()) {
    const { rows } = block;
    const before = page.length === 0 ? 0 : block.before;
    const least = before + leastHeight(rows) + (block.leads ? ledHeight(blocks, at) : 0);
    const room = heightAt(pages.length) * SECTION_ROOM;
    const needed = block.opensSection ? Math.max(least, sectionHeight(blocks, at, room)) : least;
    if (page.length > 0 && y + needed > heightAt(pages.length)) turn();
    y += page.length === 0 ? 0 : block.before;
    let begun = 0;
    while (begun < rows.length) {
      const height = heightAt(pages.length);
      let [end, high] = [begun, 0];
      while (end < rows.length && y + high + (rows[end]?.height ?? 0) <= height + 0.01) {
        high += rows[end]?.height ?? 0;
        end += 1;
      }
      // A row too high for any page gets one of its own, and is cut there.
      if (end === begun && page.length === 0) [end, high] = [begun + 1, rows[begun]?.height ?? 0];
      if (end < rows.length && rows.length - end < TOGETHER && end - begun > TOGETHER) {
        end -= 1;
        high -= rows[end]?.height ?? 0;
      }
      if (end > begun) {
        const ends = end === rows.length;
        page.push({ block, rows: rows.slice(begun, end), y, begins: begun === 0, ends });
        y += high;
        begun = end;
      }
      if (begun < rows.length) turn();
    }
  }
  if (page.length > 0) turn();
  return pages;
}

function leastHeight(rows: readonly FlowRow[]): number {
  return heightOf(rows.length <= TOGETHER + 1 ? rows : rows.slice(0, TOGETHER));
}

function heightOf(rows: readonly FlowRow[]): number {
  return rows.reduce((sum, { height }) => sum + height, 0);
}

/** The height of a section, up to this maximum. */
function sectionHeight(blocks: readonly Block[], from: number, most: number): number {
  let height = 0;
  for (let at = from; at < blocks.length && height < most; at += 1) {
    const block = blocks[at];
    if (!block || (at > from && block.opensSection)) break;
    height += block.before + heightOf(block.rows);
  }
  return Math.min(height, most);
}

/** The height that has to stay with a heading. */
function ledHeight(blocks: readonly Block[], at: number): number {
  let height = 0;
  for (const next of blocks.slice(at + 1, at + 4)) {
    height += next.before + leastHeight(next.rows);
    if (!next.leads) break;
  }
  return height;
}
