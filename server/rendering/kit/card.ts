import { encode } from 'uqr';
import type { Rect } from '#domain/layout/map-geometry.ts';
import type { Block, BlockRole, FlowRow, FlowRun, Ornament } from '../report/flow.ts';
import type { Column, Setter, Style } from '../report/setter.ts';
import { COLOURS } from '../report/styles.ts';

/** Words and drawings of a card or a page, from its upper left corner, in points. */
export interface Card {
  readonly runs: readonly FlowRun[];
  readonly ornaments: readonly Ornament[];
}

/** Blocks one below the other, from `top` down. */
export function stacked(blocks: readonly Block[], top: number): FlowRun[] {
  let y = top;
  return blocks.map((block, at) => {
    y += at === 0 ? 0 : block.before;
    const run = { block, rows: block.rows, y, begins: true, ends: true };
    y += rowsHeight(block.rows);
    return run;
  });
}

/** The lower edge of the last of some blocks. */
export function endOf(runs: readonly FlowRun[]): number {
  const last = runs.at(-1);
  return last === undefined ? 0 : last.y + rowsHeight(last.rows);
}

export function rowsHeight(rows: readonly FlowRow[]): number {
  return rows.reduce((sum, { height }) => sum + height, 0);
}

/** Words in a block of their own. */
export function words(rows: readonly FlowRow[], before = 0, kind: 'H1' | 'H2' | 'P' = 'P'): Block {
  const role: BlockRole = { kind };
  return { role, rows, before };
}

/** A text in the first of some styles in which all of it fits into a height; in the last one it is cut. */
export function fittedRows(
  setter: Setter,
  text: string,
  styles: readonly Style[],
  column: Column,
  depth: number,
): FlowRow[] {
  for (const style of styles) {
    const most = Math.max(1, Math.floor(depth / style.line));
    const rows = setter.rows(text, style, column, most + 1);
    if (rows.length <= most) return rows;
    if (style === styles.at(-1)) return setter.rows(text, style, column, most);
  }
  return [];
}

/** An address as a QR code without its margin: at least four modules have to stay white around it. */
export function qrCode(address: string, { x, y, side }: { x: number; y: number; side: number }): Ornament {
  const { size, data } = encode(address, { border: 0, ecc: 'M' });
  const module = side / size;
  const at = (value: number) => (Math.round(value * 1_000) / 1_000).toString();
  let path = '';
  for (const [row, modules] of data.entries()) {
    for (let from = 0; from < size; from += 1) {
      if (!modules[from]) continue;
      let to = from;
      while (modules[to]) to += 1;
      const width = (to - from) * module;
      path += `M${at(x + from * module)} ${at(y + row * module)}h${at(width)}v${at(module)}h${at(-width)}z`;
      from = to;
    }
  }
  return { path, paint: { fill: '#000000' } };
}

/** A line to write on, or to divide. */
export function ruledLine(x: number, y: number, width: number, colour = COLOURS.rule): Ornament {
  return { path: `M${x} ${y}h${width}`, paint: { stroke: colour, width: 0.7 } };
}

/** A box to tick. */
export function tickBox(x: number, y: number): Ornament {
  return { path: `M${x} ${y}h10v10h-10z`, paint: { stroke: COLOURS.soft, width: 0.9 } };
}

/** A filled rectangle. */
export function filled({ x, y, width, height }: Rect, colour: string): Ornament {
  return { path: `M${x} ${y}h${width}v${height}h${-width}z`, paint: { fill: colour } };
}
