import { layBlock, type SubtreeBlock } from './block.ts';
import { idsUnder, type MapNodeKind, type MapSource, nodeOf } from './map-tree.ts';

/** The height a node needs at its column's width. */
export type Measure = (id: string, kind: MapNodeKind) => number;

/** Input of a tree's layout. */
interface Laying {
  readonly source: MapSource;
  readonly measure: Measure;
}

/** Lays out everything under an id, bottom up, with columns of any height. */
export function layTree(laying: Laying, root: string): SubtreeBlock[] {
  const top = frame(laying, root);
  const open = [top];
  for (let last = open.at(-1); last; last = open.at(-1)) {
    const { id, ids, blocks } = last;
    const next = ids[blocks.length];
    if (next !== undefined) {
      open.push(frame(laying, next));
      continue;
    }
    open.pop();
    open.at(-1)?.blocks.push(blockOf(laying, id, blocks));
  }
  return top.blocks;
}

interface Frame {
  readonly id: string;
  readonly ids: readonly string[];
  readonly blocks: SubtreeBlock[];
}

function frame({ source }: Laying, id: string): Frame {
  return { id, ids: idsUnder(source, id), blocks: [] };
}

function blockOf({ source, measure }: Laying, id: string, children: SubtreeBlock[]): SubtreeBlock {
  const node = nodeOf(source, id);
  return layBlock(node, measure(id, node.kind), children, { limit: Infinity });
}
