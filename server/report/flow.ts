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
}

/** What is drawn on a row for the eye alone. */
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

/** What a block is, for those who hear it. */
export type Role =
  | { readonly kind: 'H1' | 'H2' | 'H3' | 'P' | 'Note' }
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
  /** It begins a page. */
  readonly breaks?: boolean;
  /** Others lead to it by this name. */
  readonly place?: string;
  /** Its bookmark, and how deep that is. */
  readonly bookmark?: { readonly title: string; readonly level: number };
}

/** Rows of a block that stand on one page. */
export interface Stretch {
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

/** Blocks divided into pages: headings with what follows them, no line of a paragraph alone where it has more. */
export function paginate(blocks: readonly Block[], height: number): Stretch[][] {
  const pages: Stretch[][] = [];
  let page: Stretch[] = [];
  let y = 0;
  const turn = () => {
    pages.push(page);
    page = [];
    y = 0;
  };
  for (const [at, block] of blocks.entries()) {
    if (block.breaks && page.length > 0) turn();
    const { rows } = block;
    const before = page.length === 0 ? 0 : block.before;
    const needed = before + leastHeight(rows) + (block.leads ? ledHeight(blocks, at) : 0);
    if (page.length > 0 && y + needed > height) turn();
    y += page.length === 0 ? 0 : block.before;
    let begun = 0;
    while (begun < rows.length) {
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
  const first = rows.length <= TOGETHER + 1 ? rows : rows.slice(0, TOGETHER);
  return first.reduce((sum, { height }) => sum + height, 0);
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
