'use client';

import { type CSSProperties, memo, useRef, useState } from 'react';
import type { Claim } from '../../../domain/debate/records/claim.ts';
import type { OutlineNode } from '../../../domain/outline/outline-tree.ts';
import { hueStyle } from '../../_ui/hue.ts';
import { ClaimActions } from '../claim/claim-actions.tsx';
import { useReadable } from '../claim/use-readable.ts';
import { WordingEditor } from '../claim/wording-editor.tsx';
import { useBoard } from '../store/board-context.tsx';
import { useNarrow } from '../use-narrow.ts';
import { useViewPart } from '../view-provider.tsx';
import { useViewActs } from '../view-state.tsx';
import { ClaimFacts, ClaimKicker } from './claim-lines.tsx';
import { FoldButton } from './fold-button.tsx';
import { FoldedBranch } from './folded-branch.tsx';
import styles from './outline.module.css';
import { OutlineComposer } from './outline-composer.tsx';
import { useFolded, useOutline } from './outline-context.tsx';
import { RestOfList, useListedLines } from './rest-of-list.tsx';
import { useLineMarks } from './use-line-marks.ts';
import { BlockNearProvider, isShort, useBlockNear, useNear } from './use-near.ts';

interface OutlineClaimProps {
  readonly node: OutlineNode;
  /** The level the page begins with. */
  readonly top: number;
  /** Is it part of a block that comes near as one? */
  readonly inBlock: boolean;
}

/** A claim with what is said for and against it, however deep. */
export const OutlineClaim = memo(function OutlineClaim({ node, top, inBlock }: OutlineClaimProps) {
  const { id, claim, position, children } = node;
  const { selected, chosen, found, reworded, answered } = useLineMarks(id);
  const folded = useFolded(id);
  const lines = useListedLines(node);
  const { large } = useOutline();
  const line = useRef<HTMLLIElement>(null);
  const row = useRef<HTMLDivElement>(null);
  const watched = large && !inBlock;
  const isBlock = watched && isShort(node);
  const blockNear = useBlockNear();
  const ownNear = useNear(isBlock ? line : row, watched);
  const near = inBlock ? blockNear : ownNear;
  const detailed = useDetailed(near);
  const [wanted, setWanted] = useState(false);
  const [focused, setFocused] = useState(false);
  if (!claim) return null;
  const hasChildren = children.length > 0;
  return (
    <li
      ref={line}
      role="treeitem"
      id={id}
      data-item="claim"
      tabIndex={-1}
      aria-level={node.level - top + 1}
      aria-posinset={node.level === top ? 1 : node.place}
      aria-setsize={node.level === top ? 1 : node.siblings}
      aria-expanded={hasChildren ? !folded : undefined}
      aria-selected={chosen}
      aria-current={selected ? 'true' : undefined}
      aria-labelledby={`${id}-text`}
      className={styles.claim}
      style={{ ...hueStyle(position?.hue), ...(isBlock && linesStyle(folded ? 1 : node.below + 1)) }}
      data-watched={isBlock ? '' : undefined}
      onFocus={({ currentTarget, target }) => {
        setWanted(true);
        setFocused(isOwn(currentTarget, target));
      }}
      onBlur={({ currentTarget, relatedTarget }) => setFocused(isOwn(currentTarget, relatedTarget))}
      onPointerEnter={() => setWanted(true)}
    >
      <div
        ref={row}
        className={styles.row}
        data-row=""
        data-top={node.level === Math.max(top, 2) ? '' : undefined}
        data-watched={watched && !isBlock ? '' : undefined}
        data-found={found}
        data-chosen={chosen ? '' : undefined}
        data-retracted={claim.retracted ? '' : undefined}
      >
        {near && <Touched claimId={id} />}
        {detailed && <ClaimKicker node={node} near={near} />}
        {reworded ? <ClaimEditor claim={claim} /> : <ClaimText claim={claim} />}
        {detailed && (
          <div className={styles.foot}>
            <ClaimFacts claim={claim} comments={node.comments} />
            {hasChildren && <FoldButton node={node} folded={folded} />}
            {wanted && (
              <div className={styles.actions} data-shown={focused ? '' : undefined}>
                <ClaimActions claim={claim} />
              </div>
            )}
          </div>
        )}
      </div>
      {answered && <OutlineComposer placeId={id} />}
      {hasChildren && folded && <FoldedBranch node={node} />}
      {hasChildren && !folded && (
        <>
          <RestOfList node={node} lines={lines} where="before" />
          {/* biome-ignore lint/a11y/useSemanticElements: the group of a tree, not of a form. */}
          <ul role="group" className={styles.group} data-depth={depthOf(node.level - top)}>
            <BlockNearProvider value={inBlock || isBlock ? near : true}>
              {lines.shown.map((child) => (
                <OutlineClaim key={child.id} node={child} top={top} inBlock={inBlock || isBlock} />
              ))}
            </BlockNearProvider>
          </ul>
          <RestOfList node={node} lines={lines} where="after" />
        </>
      )}
    </li>
  );
});

/**
 * Is a line there with all it says, and not with its text alone? From when it came near on; what the server rendered is
 * whole. Out of view a line takes up room by guess (its style), so that nothing moves when the rest comes.
 */
function useDetailed(near: boolean): boolean {
  const { large, hydrated } = useOutline();
  const [detailed, setDetailed] = useState(!large || !hydrated.current);
  if (near && !detailed) setDetailed(true);
  return detailed || near;
}

/**
 * Is something a part of this line, not of one under it? Styles cannot tell as well: between a line that loses the focus
 * and its button that gets it, neither would have it, and the button, hidden, could not.
 */
function isOwn(line: Element, part: EventTarget | null): boolean {
  return part instanceof Element && part.closest('[data-item]') === line;
}

/** About how high a block is, for as long as it has not been near. */
function linesStyle(lines: number): CSSProperties {
  return { '--lines': lines } as CSSProperties;
}

/** How far a line is from the one the page begins with: from some depth on nothing is left to indent by. */
function depthOf(levels: number): 'deep' | 'deepest' | undefined {
  if (levels > 14) return 'deepest';
  return levels > 5 ? 'deep' : undefined;
}

/** The short accent of a claim somebody else changed. */
function Touched({ claimId }: { claimId: string }) {
  const written = useViewPart(({ writing }) => writing?.kind === 'wording' && writing.claimId === claimId);
  const touched = useBoard((state) => (written ? undefined : state.touched.get(claimId)));
  // A key on the row itself would make it anew, and throw away what is being written in it.
  return touched === undefined ? null : <span key={touched} className={styles.touched} aria-hidden="true" />;
}

function ClaimText({ claim }: { claim: Claim }) {
  const readable = useReadable();
  return (
    <p id={`${claim.id}-text`} className={styles.text} dir="auto">
      {readable(claim.text)}
    </p>
  );
}

/** On a phone the sheet has the editor, where it is open. */
function ClaimEditor({ claim }: { claim: Claim }) {
  const { write } = useViewActs();
  const narrow = useNarrow();
  const inSheet = useViewPart(({ selected }) => narrow && selected?.id === claim.id);
  const done = () => {
    write(null);
    window.requestAnimationFrame(() => document.getElementById(claim.id)?.focus());
  };
  return inSheet ? <ClaimText claim={claim} /> : <WordingEditor claim={claim} look="field" onDone={done} />;
}
