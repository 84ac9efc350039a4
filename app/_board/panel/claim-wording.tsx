'use client';

import type { Claim } from '#domain/debate/map/claim.ts';
import { focusWhenDrawn } from '../../_ui/focus/catch-focus.ts';
import { useReadable } from '../core/claims/use-readable.ts';
import styles from '../core/view/panel.module.css';
import { useNarrow } from '../core/view/use-narrow.ts';
import { useViewPart } from '../core/view/view-provider.tsx';
import { useViewActs } from '../core/view/view-state.tsx';
import { WordingEditor } from '../features/wordings/wording-editor.tsx';

/** The claim in large type; its editor while it is reworded and no card shows it. */
export function ClaimWording({ claim }: { claim: Claim }) {
  const writing = useViewPart((parts) => parts.writing);
  const { write } = useViewActs();
  const narrow = useNarrow();
  const readable = useReadable();
  const editing = narrow && writing?.kind === 'wording' && writing.claimId === claim.id;
  const headingId = `wording-${claim.id}`;
  const done = () => {
    write(null);
    focusWhenDrawn(headingId);
  };
  if (editing) return <WordingEditor claim={claim} look="field" onDone={done} />;
  return (
    <h2
      id={headingId}
      tabIndex={-1}
      className={styles.wording}
      dir="auto"
      data-retracted={claim.retracted ? '' : undefined}
    >
      {readable(claim.text)}
    </h2>
  );
}
