import type { Steps } from '../debate/steps.ts';
import { type Block, type ColumnRules, layBlock } from './block.ts';
import { idsUnder, type MapNodeKind, type MapSource, nodeOf } from './map-tree.ts';

/** The height a node needs at its column's width. */
export type Measure = (id: string, kind: MapNodeKind) => number;

/** What a tree is laid out from. */
export interface Laying {
  readonly source: MapSource;
  readonly measure: Measure;
  readonly columns: ColumnRules;
  /** The block of this id in the picture before. */
  before(id: string): Block | undefined;
  /** Is nothing in that block other than before? */
  isSame(id: string): boolean;
}

/** Lays out everything under an id, bottom up; what is the same as before is not looked into. */
export function* layTree(laying: Laying, root: string): Steps<Block[]> {
  const top = frame(laying, root);
  const open = [top];
  for (let last = open.at(-1); last; last = open.at(-1)) {
    const { id, ids, blocks } = last;
    const next = ids[blocks.length];
    if (next !== undefined) {
      const same = laying.isSame(next) ? laying.before(next) : undefined;
      if (same) blocks.push(same);
      else open.push(frame(laying, next));
      continue;
    }
    open.pop();
    open.at(-1)?.blocks.push(blockOf(laying, id, blocks));
    yield;
  }
  return top.blocks;
}

interface Frame {
  readonly id: string;
  readonly ids: readonly string[];
  readonly blocks: Block[];
}

function frame({ source }: Laying, id: string): Frame {
  return { id, ids: idsUnder(source, id), blocks: [] };
}

function blockOf({ source, measure, columns, before }: Laying, id: string, children: Block[]): Block {
  const node = nodeOf(source, id);
  return layBlock(node, measure(id, node.kind), children, columns, before(id));
}
