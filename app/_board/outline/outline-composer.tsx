'use client';

import { placeOf } from '../../../domain/debate/tree.ts';
import { ArgumentComposer } from '../claim/argument-composer.tsx';
import { useBoardStore } from '../store/board-context.tsx';
import { useNarrow } from '../use-narrow.ts';
import { useViewPart } from '../view-provider.tsx';
import { useView, type Writing } from '../view-state.tsx';
import styles from './outline.module.css';

/** The field for a new argument, in the place where it will stand. On a phone the sheet has it instead. */
export function OutlineComposer({ placeId }: { placeId: string }) {
  const store = useBoardStore();
  const narrow = useNarrow();
  const writing = useViewPart((view) => {
    const isHere = view.writing?.kind === 'argument' && placeId === placeIdOf(view.writing);
    return isHere && !(narrow && view.selected?.id === placeId) ? view.writing : null;
  });
  return writing?.kind === 'argument' ? <OpenComposer writing={writing} placeId={placeId} /> : null;

  function placeIdOf({ target }: Extract<Writing, { kind: 'argument' }>): string | undefined {
    return placeOf(store.state().replica.view, target)?.id;
  }
}

function OpenComposer({
  writing,
  placeId,
}: {
  writing: Extract<Writing, { kind: 'argument' }>;
  placeId: string;
}) {
  const { write } = useView();
  const done = (claimId: string | null) => {
    write(null);
    // The new argument where it stands, or else what was to be answered: the focus is never lost.
    window.requestAnimationFrame(() => document.getElementById(claimId ?? placeId)?.focus());
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
