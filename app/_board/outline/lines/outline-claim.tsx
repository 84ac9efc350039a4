'use client';

import { type CSSProperties, memo, type ReactNode, useRef } from 'react';
import { focusWhenDrawn } from '#app/_ui/focus/catch-focus.ts';
import { hueStyle } from '#app/_ui/people/hue.ts';
import type { Claim } from '#domain/debate/map/claim.ts';
import type { Hue } from '#domain/debate/positions/position.ts';
import type { OutlineNode } from '#domain/outline/outline-tree.ts';
import { useReadable } from '../../core/claims/use-readable.ts';
import { useBoard } from '../../core/store/board-context.tsx';
import { useSeenLook } from '../../core/strength/seen-perspective.ts';
import { useIsCovered } from '../../core/view/use-is-covered.ts';
import { useViewPart } from '../../core/view/view-provider.tsx';
import { useViewActs } from '../../core/view/view-state.tsx';
import { ClaimActions } from '../../features/claims/claim-actions.tsx';
import { TypingChip } from '../../features/claims/presence/typing-chip.tsx';
import { useTouchedBelow } from '../../features/claims/presence/use-activity-below.ts';
import { WordingEditor } from '../../features/wordings/wording-editor.tsx';
import { ClaimCounts, ClaimFacts, ClaimSign } from './claim-lines.tsx';
import { FoldedBranch } from './folded-branch.tsx';
import { LinesUnder } from './lines-under.tsx';
import styles from './outline.module.css';
import { OutlineComposer } from './outline-composer.tsx';
import { useLine } from './use-line.ts';
import { useLineDetail } from './use-line-detail.ts';

interface OutlineClaimProps {
  readonly node: OutlineNode;
  /** The level at which the page begins. */
  readonly top: number;
  /** Id of the position that holds its parent; absent if it is shown alone. */
  readonly above?: string | undefined;
  /** True if it is part of a block that is watched as one. */
  readonly inBlock: boolean;
}

/** A claim with its supports and attacks, at any depth. */
export const OutlineClaim = memo(function OutlineClaim({ node, top, above, inBlock }: OutlineClaimProps) {
  const { id, claim, position, children } = node;
  const { folded, selected, chosen, found, reworded, answered } = useLine(id);
  const seen = useSeenLook(id);
  const readable = useReadable();
  const line = useRef<HTMLLIElement>(null);
  const { isBlock, isWatched, near, detailed, wanted, focused, attend } = useLineDetail(line, node, inBlock);
  if (!claim) return null;
  const hasChildren = children.length > 0;
  const text = (
    <p id={`${id}-text`} className={styles.text}>
      {readable(claim.text)}
    </p>
  );
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
      aria-labelledby={detailed ? `${id}-sign ${id}-text ${id}-signs` : `${id}-text`}
      className={styles.claim}
      style={isBlock ? blockStyle(position?.hue, folded ? 1 : node.below + 1) : hueStyle(position?.hue)}
      data-watched={isBlock ? '' : undefined}
      onFocus={({ currentTarget, target }) => attend(isOwn(currentTarget, target))}
      onBlur={({ currentTarget, relatedTarget }) => attend(isOwn(currentTarget, relatedTarget))}
      onPointerEnter={() => attend()}
    >
      <div
        className={styles.row}
        data-row=""
        data-top={node.level === Math.max(top, 2) ? '' : undefined}
        data-watched={isWatched && !isBlock ? '' : undefined}
        data-found={found}
        data-chosen={chosen ? '' : undefined}
        data-retracted={claim.retracted ? '' : undefined}
        data-seen={seen}
      >
        {near && <Touched claimId={id} isFolded={hasChildren && folded} />}
        {detailed && <ClaimSign id={`${id}-sign`} bearing={node.bearing ?? 'support'} />}
        <div className={styles.words} dir="auto">
          {reworded ? <ClaimEditor claim={claim} text={text} /> : text}
          {detailed && <ClaimFacts node={node} claim={claim} above={above} near={near} />}
        </div>
        {detailed && <ClaimCounts node={node} claim={claim} folded={folded} />}
        {near && <TypingChip claimId={id} isFolded={hasChildren && folded} />}
        {detailed && wanted && (
          <div className={styles.actions} data-shown={focused ? '' : undefined}>
            <ClaimActions claim={claim} />
          </div>
        )}
      </div>
      {answered && <OutlineComposer placeId={id} />}
      {hasChildren && folded && <FoldedBranch node={node} />}
      {hasChildren && !folded && (
        <LinesUnder node={node} top={top} blockNear={inBlock || isBlock ? near : null} />
      )}
    </li>
  );
});

/**
 * True if an element belongs to this line, not to one below it. Styles cannot decide this: between the moment a line loses the focus and
 * its button gets it, neither would have it, and the hidden button could not get it.
 */
function isOwn(line: Element, part: EventTarget | null): boolean {
  return part instanceof Element && part.closest('[data-item]') === line;
}

/** Includes the estimated height of a block, for as long as it has not been near. */
function blockStyle(hue: Hue | undefined, lines: number): CSSProperties {
  return { ...hueStyle(hue), '--lines': lines } as CSSProperties;
}

/** The short highlight of a claim that someone else changed, or of a folded one when something was added below it. */
function Touched({ claimId, isFolded }: { claimId: string; isFolded: boolean }) {
  const written = useViewPart(({ writing }) => writing?.kind === 'wording' && writing.claimId === claimId);
  const own = useBoard((state) => (written ? undefined : state.recentlyChanged.get(claimId)));
  const below = useTouchedBelow(claimId, isFolded);
  const touched = own ?? below;
  // A key on the row itself would create it again, and discard what is being written in it.
  return touched === undefined ? null : <span key={touched} className={styles.touched} aria-hidden="true" />;
}

/** On a phone the open sheet contains the editor, and the line its text. */
function ClaimEditor({ claim, text }: { claim: Claim; text: ReactNode }) {
  const { write } = useViewActs();
  const isCovered = useIsCovered();
  const done = () => {
    write(null);
    focusWhenDrawn(claim.id);
  };
  return isCovered ? text : <WordingEditor claim={claim} look="field" onDone={done} />;
}
