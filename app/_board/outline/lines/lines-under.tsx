'use client';

import type { OutlineNode } from '#domain/outline/outline-tree.ts';
import { BlockNearProvider } from './near.ts';
import styles from './outline.module.css';
import { OutlineClaim } from './outline-claim.tsx';
import { RestOfList, useListedLines } from './rest-of-list.tsx';

interface LinesUnderProps {
  readonly node: OutlineNode;
  /** The level at which the page begins. */
  readonly top: number;
  /** True if they are part of a near block together with their parent line; `null`: each is watched separately. */
  readonly blockNear: boolean | null;
}

/** The lines below an unfolded line, or the listed part of them. */
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

/** Returns the distance of a line from the page's first level: from some depth there is no room for indentation. */
function depthOf(levels: number): 'deep' | 'deepest' | undefined {
  if (levels > 14) return 'deepest';
  return levels > 5 ? 'deep' : undefined;
}
