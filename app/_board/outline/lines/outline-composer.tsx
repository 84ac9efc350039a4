'use client';

import { focusWhenDrawn } from '#app/_ui/focus/catch-focus.ts';
import { useBoardStore } from '../../core/store/board-context.tsx';
import { useIsCovered } from '../../core/view/use-is-covered.ts';
import { useViewPart } from '../../core/view/view-provider.tsx';
import { useViewActs, type WritingTarget } from '../../core/view/view-state.tsx';
import { ArgumentComposer } from '../../features/claims/composing/argument-composer.tsx';
import { useOutline } from '../folds/outline-context.tsx';
import { revealLine } from '../folds/reveal-line.ts';
import styles from './outline.module.css';

type WritingArgument = Extract<WritingTarget, { kind: 'argument' }>;

/** Field for an argument that is being written, in its place. */
export function OutlineComposer({ placeId }: { placeId: string }) {
  const writing = useViewPart((parts) => parts.writing);
  return writing?.kind === 'argument' ? <OpenComposer writing={writing} placeId={placeId} /> : null;
}

/** On a phone the open sheet contains the field. */
function OpenComposer({ writing, placeId }: { writing: WritingArgument; placeId: string }) {
  const { write } = useViewActs();
  const { folds } = useOutline();
  const store = useBoardStore();
  const isCovered = useIsCovered();
  if (isCovered) return null;
  const done = (claimId: string | null) => {
    write(null);
    if (claimId !== null) {
      folds.unfold([placeId]);
      revealLine(folds, store.state().replica.view, claimId);
    }
    // The new argument in its place, otherwise what was to be replied to: the focus is never lost.
    focusWhenDrawn(claimId ?? placeId);
  };
  return (
    <div className={styles.composer}>
      <ArgumentComposer
        key={writing.target.id}
        target={writing.target}
        relation={writing.relation}
        onDone={done}
      />
    </div>
  );
}
