'use client';

import { useEffect } from 'react';
import { Button } from '#app/_ui/button/button.tsx';
import { catchFocus } from '#app/_ui/focus/catch-focus.ts';
import { CloseIcon } from '#app/_ui/icons.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';
import type { Claim } from '#domain/debate/map/claim.ts';
import { inReadingOrder } from '#domain/debate/map/reading-order.ts';
import { isShown } from '#domain/debate/map/tree.ts';
import { mayNow } from '../../core/claims/use-claim.ts';
import { useOpenClaimDialog } from '../../core/commands/claim-dialog.ts';
import { useAfterJoining } from '../../core/commands/join-context.tsx';
import { useKnowRules } from '../../core/commands/use-know-rules.ts';
import { useSubmitTogether } from '../../core/commands/use-submit-together.ts';
import { useBoard, useBoardStore } from '../../core/store/board-context.tsx';
import { useViewPart } from '../../core/view/view-provider.tsx';
import { useViewActs } from '../../core/view/view-state.tsx';
import styles from './several.module.css';

/** Actions on several claims at once, on the map and in the outline; `onZoom` if zooming to them is possible. */
export default function SeveralBar({ onZoom }: { onZoom?: () => void }) {
  const t = useMessages('bulk');
  const store = useBoardStore();
  const chosen = useViewPart((parts) => parts.chosen);
  const { choose } = useViewActs();
  const openDialog = useOpenClaimDialog();
  const afterJoining = useAfterJoining();
  const submitTogether = useSubmitTogether();
  // Reasons are shown here in place of one rejection for each claim.
  useKnowRules();

  const gone = useBoard(({ replica: { view } }) => [...chosen].filter((id) => !isThere(view, id)).join(' '));
  // Deselects what others remove.
  useEffect(() => {
    if (gone !== '') choose([...chosen].filter((id) => !gone.split(' ').includes(id)));
  }, [gone, chosen, choose]);

  /** The claims in reading order, as they are now. */
  const claims = (): Claim[] => {
    const { view } = store.state().replica;
    return inReadingOrder(view, chosen).flatMap((id) => view.claims.get(id) ?? []);
  };
  const move = () => {
    const [first, ...others] = claims().map(({ id }) => id);
    if (first) afterJoining(() => openDialog({ kind: 'move', claimId: first, others }));
  };
  const retract = () => {
    const standing = claims().filter(({ retracted }) => !retracted);
    const { participantId } = store.state().replica;
    const isReasoned = standing.some(({ author }) => author !== participantId);
    if (isReasoned && mayNow(store.state(), 'content.hide')) {
      openDialog({ kind: 'retract', claimIds: standing.map(({ id }) => id) });
      return letGo();
    }
    submitTogether(
      standing.map(({ id }) => ({ type: 'claim.retract', claimId: id })),
      (count) => t('retracted', { count }),
    );
    letGo();
  };
  const letGo = () => {
    choose([]);
    catchFocus();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: buttons beside the debate, not a form.
    <div className={styles.bar} data-at-thumb="" role="group" aria-label={t('label')}>
      <span className={styles.count} role="status">
        {t('count', { count: chosen.size })}
      </span>
      <Button look="quiet" size="small" onClick={move}>
        {t('move')}
      </Button>
      <Button look="quiet" size="small" onClick={retract}>
        {t('retract')}
      </Button>
      {onZoom && (
        <Button look="quiet" size="small" title={t('zoomHint')} onClick={onZoom}>
          {t('zoom')}
        </Button>
      )}
      <Button look="quiet" size="small" aria-label={t('clear')} title={t('clearHint')} onClick={letGo}>
        <CloseIcon />
      </Button>
    </div>
  );
}

function isThere(view: DebateState, id: string): boolean {
  const claim = view.claims.get(id);
  return claim !== undefined && isShown(view, claim);
}
