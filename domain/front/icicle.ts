import type { DebateState } from '../debate/engine/state.ts';
import type { Relation } from '../debate/map/link.ts';
import { nodeOf } from '../layout/map-tree.ts';
import type { BranchIndex } from './claims-below.ts';

/** A claim in an icicle plot. `level` starts at 0 for direct replies. */
export interface Bar {
  readonly id: string;
  readonly level: number;
  readonly start: number;
  readonly width: number;
  readonly relation: Relation | null;
}

/** Maximum number of levels drawn. */
const DEEPEST = 8;

/**
 * Lays out a branch as an icicle plot (Kruskal & Landwehr 1983): one row per level, widths proportional to branch size. Bars narrower
 * than `least` pixels are skipped with their descendants, which bounds the cost.
 */
export function icicle(
  state: DebateState,
  below: BranchIndex,
  root: string,
  { width, least }: { readonly width: number; readonly least: number },
): readonly Bar[] {
  const source = { state, collapsed: NOTHING, ghost: null };
  const bars: Bar[] = [];
  const open = [{ id: root, level: 0, start: 0, width }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { id, level, start } = next;
    const all = below.of(id).below;
    if (level >= DEEPEST || all === 0) continue;
    let at = start;
    for (const child of below.under(id)) {
      const wide = (next.width * (1 + below.of(child).below)) / all;
      if (wide >= least) {
        bars.push({ id: child, level, start: at, width: wide, relation: nodeOf(source, child).relation });
        open.push({ id: child, level: level + 1, start: at, width: wide });
      }
      at += wide;
    }
  }
  return bars;
}

const NOTHING: ReadonlySet<string> = new Set();
