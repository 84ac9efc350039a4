'use client';

import type { OutlineNode } from '../../../domain/outline/outline-tree.ts';
import { BlockNearProvider } from './near.ts';
import styles from './outline.module.css';
import { OutlineClaim } from './outline-claim.tsx';
import { RestOfList, useListedLines } from './rest-of-list.tsx';

interface LinesUnderProps {
  readonly node: OutlineNode;
  /** The level the page begins with. */
  readonly top: number;
  /** Do they come near together with the line they stand under, and is that near? Null: each by itself. */
  readonly blockNear: boolean | null;
}

/** The lines under a line that is unfolded, or the part of them that is listed. */
export function LinesUnder({ node, top, blockNear }: LinesUnderProps) {
  const lines = useListedLines(node);
  return (
    <>
      <RestOfList node={node} lines={lines} where="before" />
      {/* biome-ignore lint/a11y/useSemanticElements: the group of a tree, not of a form. */}
      <ul
        role="group"
        className={node.claim ? styles.group : undefined}
        data-depth={depthOf(node.level - top)}
      >
        <BlockNearProvider value={blockNear ?? true}>
          {lines.shown.map((child) => (
            <OutlineClaim
              key={child.id}
              node={child}
              top={top}
              above={node.position?.id}
              inBlock={blockNear !== null}
            />
          ))}
        </BlockNearProvider>
      </ul>
      <RestOfList node={node} lines={lines} where="after" />
    </>
  );
}

/** How far a line is from the one the page begins with: from some depth on nothing is left to indent by. */
function depthOf(levels: number): 'deep' | 'deepest' | undefined {
  if (levels > 14) return 'deepest';
  return levels > 5 ? 'deep' : undefined;
}
