'use client';

import { memo, useState } from 'react';
import type { Claim } from '../../../domain/debate/state.ts';
import { hueStyle } from '../../_ui/hue.ts';
import { ClaimActions } from '../claim/claim-actions.tsx';
import { useChildren, useClaim, usePosition } from '../claim/use-claim.ts';
import { WordingEditor } from '../claim/wording-editor.tsx';
import { useFoundMark } from '../search/use-found-mark.ts';
import { useBoard } from '../store/board-context.tsx';
import { useNarrow } from '../use-narrow.ts';
import { useViewPart } from '../view-provider.tsx';
import { useView } from '../view-state.tsx';
import { ClaimFacts, ClaimKicker } from './claim-lines.tsx';
import { FoldButton } from './fold-button.tsx';
import styles from './outline.module.css';
import { OutlineComposer } from './outline-composer.tsx';

/** A claim with what is said for and against it, however deep. */
export const OutlineClaim = memo(function OutlineClaim({
  claimId,
  level,
}: {
  claimId: string;
  level: number;
}) {
  const claim = useClaim(claimId);
  const position = usePosition(claim?.positionId);
  const children = useChildren({ kind: 'claim', id: claimId });
  const selected = useViewPart((view) => view.selected?.id === claimId);
  const folded = useViewPart((view) => view.collapsed.has(claimId));
  const found = useFoundMark(claimId);
  const touched = useBoard((state) => state.touched.get(claimId));
  const [near, setNear] = useState(false);
  const [focused, setFocused] = useState(false);
  if (!claim) return null;
  const hasChildren = children.length > 0;
  return (
    <li
      role="treeitem"
      id={claimId}
      data-item="claim"
      tabIndex={-1}
      aria-level={level}
      aria-expanded={hasChildren ? !folded : undefined}
      aria-selected={selected}
      aria-labelledby={`${claimId}-text`}
      className={styles.claim}
      style={hueStyle(position?.hue)}
      onFocus={({ currentTarget, target }) => {
        setNear(true);
        setFocused(isOwn(currentTarget, target));
      }}
      onBlur={({ currentTarget, relatedTarget }) => setFocused(isOwn(currentTarget, relatedTarget))}
      onPointerEnter={() => setNear(true)}
    >
      <div
        className={styles.row}
        data-row=""
        data-top={level === 2 ? '' : undefined}
        data-found={found}
        data-retracted={claim.retracted ? '' : undefined}
      >
        {/* A key on the row itself would make it anew, and throw away what is being written in it. */}
        {touched !== undefined && <span key={touched} className={styles.touched} aria-hidden="true" />}
        <ClaimKicker claim={claim} position={position} />
        <ClaimWording claim={claim} />
        <div className={styles.foot}>
          <ClaimFacts claim={claim} />
          {hasChildren && <FoldButton claimId={claimId} folded={folded} count={children.length} />}
          {near && (
            <div className={styles.actions} data-shown={focused ? '' : undefined}>
              <ClaimActions claim={claim} />
            </div>
          )}
        </div>
      </div>
      <OutlineComposer placeId={claimId} />
      {hasChildren && !folded && (
        // biome-ignore lint/a11y/useSemanticElements: the group of a tree, not of a form.
        <ul role="group" className={styles.group}>
          {children.map((id) => (
            <OutlineClaim key={id} claimId={id} level={level + 1} />
          ))}
        </ul>
      )}
    </li>
  );
});

/**
 * Is something a part of this line, not of one under it? Styles cannot tell as well: between a line that loses the focus
 * and its button that gets it, neither would have it, and the button, hidden, could not.
 */
function isOwn(line: Element, part: EventTarget | null): boolean {
  return part instanceof Element && part.closest('[data-item]') === line;
}

/** The text of a claim, or its editor while one rewords it here. */
function ClaimWording({ claim }: { claim: Claim }) {
  const { write } = useView();
  const narrow = useNarrow();
  const editing = useViewPart(
    ({ writing, selected }) =>
      writing?.kind === 'wording' && writing.claimId === claim.id && !(narrow && selected?.id === claim.id),
  );
  const done = () => {
    write(null);
    window.requestAnimationFrame(() => document.getElementById(claim.id)?.focus());
  };
  if (editing) return <WordingEditor claim={claim} onDone={done} />;
  return (
    <p id={`${claim.id}-text`} className={styles.text} dir="auto">
      {claim.text}
    </p>
  );
}
