import type { Paint } from '../pictures/painter.ts';
import type { FaceName } from '../typeset/faces.ts';

/** Words on a row: where their left end is, and their baseline below the row's upper edge. */
export interface Ink {
  readonly text: string;
  readonly face: FaceName;
  readonly size: number;
  readonly x: number;
  readonly baseline: number;
  readonly colour: string;
  readonly fromRight: boolean;
  /** Emphasised: letters lean to the right. */
  readonly slanted?: boolean;
}

/** A decoration on a row. */
export interface Ornament {
  /** About the row's upper left corner. */
  readonly path: string;
  readonly paint: Paint;
}

/** One line of a page. */
export interface Row {
  readonly height: number;
  readonly inks: readonly Ink[];
  readonly ornaments?: readonly Ornament[];
}

/** The role of a block, for screen readers. */
export type Role =
  | { readonly kind: 'H1' | 'H2' | 'H3' | 'P' }
  /** An item of a list within lists, from 1. */
  | { readonly kind: 'item'; readonly depth: number }
  /** A line of the contents, and the place it leads to. */
  | { readonly kind: 'entry'; readonly place: string };

/** Rows that belong together. */
export interface Block {
  readonly role: Role;
  readonly rows: readonly Row[];
  /** Points of air before it; none at the top of a page. */
  readonly before: number;
  /** It does not stand last on a page. */
  readonly leads?: boolean;
  /** It opens a section: on the same page where enough of it is left, else on the next. */
  readonly opensSection?: boolean;
  /** Others lead to it by this name. */
  readonly place?: string;
  /** Its bookmark, and how deep that is. */
  readonly bookmark?: { readonly title: string; readonly level: number };
}

/** Rows of a block that stand on one page. */
export interface FlowRun {
  readonly block: Block;
  readonly rows: readonly Row[];
  /** Of the first, below the text's upper edge. */
  readonly y: number;
  /** Is it where the block begins, and where it ends? */
  readonly begins: boolean;
  readonly ends: boolean;
}

/** Rows of a block that stay with its first and its last at the least. */
const TOGETHER = 2;

/** The least part of a page that is left for a section to open on it, unless all of the section fits. */
const SECTION_ROOM = 1 / 3;

/** The least part of the last page that is filled, and how much shorter the page before it may become for that. */
const LAST_FILLED = 0.25;
const SHORTER = [0.85, 0.75, 0.65, 0.55] as const;

/**
 * Blocks divided into pages: headings with what follows them, no line of a paragraph alone where it has more, and no last page
 * with a few lines on it.
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
      // A row too high for any page stands alone on one, and is cut there.
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

function leastHeight(rows: readonly Row[]): number {
  return heightOf(rows.length <= TOGETHER + 1 ? rows : rows.slice(0, TOGETHER));
}

function heightOf(rows: readonly Row[]): number {
  return rows.reduce((sum, { height }) => sum + height, 0);
}

/** How high a section is, up to this much of it. */
function sectionHeight(blocks: readonly Block[], from: number, most: number): number {
  let height = 0;
  for (let at = from; at < blocks.length && height < most; at += 1) {
    const block = blocks[at];
    if (!block || (at > from && block.opensSection)) break;
    height += block.before + heightOf(block.rows);
  }
  return Math.min(height, most);
}

/** Of what a heading leads to as much as has to stand with it. */
function ledHeight(blocks: readonly Block[], at: number): number {
  let height = 0;
  for (const next of blocks.slice(at + 1, at + 4)) {
    height += next.before + leastHeight(next.rows);
    if (!next.leads) break;
  }
  return height;
}
