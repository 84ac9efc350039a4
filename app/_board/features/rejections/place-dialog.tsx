'use client';

import { useState } from 'react';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { Operation } from '#domain/debate/engine/operations.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';
import type { Relation, Target } from '#domain/debate/map/link.ts';
import { useAnnounce } from '../../core/announcing/announce-context.tsx';
import type { Placeable } from '../../core/commands/claim-dialog.ts';
import { AskingDialog } from '../../core/forms/asking-dialog.tsx';
import { RelationToggle } from '../../core/forms/relation-toggle.tsx';
import styles from '../../core/forms/target-dialog.module.css';
import { TargetSearch } from '../../core/forms/target-search.tsx';
import { useBoardStore } from '../../core/store/board-context.tsx';
import { newId } from '../../core/store/new-id.ts';
import { useViewActs } from '../../core/view/view-state.tsx';
import { useReadOut } from '../../core/writing/use-read-out.ts';

interface PlaceDialogProps {
  readonly words: Placeable;
  /** Called when it has been placed; returns how many others, which depend on it, were placed with it. */
  readonly onDone: () => number;
  readonly onClose: () => void;
}

/** Dialog for another place for text whose own place is gone. */
export default function PlaceDialog({ words, onDone, onClose }: PlaceDialogProps) {
  const t = useMessages('rejected');
  const store = useBoardStore();
  const announce = useAnnounce();
  const readOut = useReadOut();
  const { select } = useViewActs();
  const [target, setTarget] = useState<Target | null>(null);
  const [relation, setRelation] = useState<Relation>(
    words.kind === 'argument' ? words.claim.relation : 'support',
  );
  const kind = words.kind === 'argument' ? 'placeArgument' : 'placeComment';
  const ask = () => (target ? [placedOn(target, relation, words, store.state().replica.view)] : []);
  const show = ([placed]: readonly Operation[]) => {
    announce(t('placed', { count: onDone() }));
    select(placed?.type === 'claim.add' ? { kind: 'claim', id: placed.claimId } : target);
  };
  return (
    <AskingDialog
      title={t(kind)}
      text={t(`${kind}Text`)}
      submitLabel={t(`${kind}Submit`)}
      isReady={target !== null}
      ask={ask}
      onAsked={show}
      onClose={onClose}
    >
      <blockquote className={styles.claim} dir="auto">
        {words.kind === 'argument' ? words.claim.text : readOut(words.text)}
      </blockquote>
      <TargetSearch except="" chosen={target} onChoose={setTarget} />
      {words.kind === 'argument' && <RelationToggle relation={relation} onChange={setRelation} />}
    </AskingDialog>
  );
}

/**
 * Returns the operations that add the text there, with those of its sources and its position that still exist; under its intended id, if
 * that is free, so that what depends on it finds it.
 */
function placedOn(target: Target, relation: Relation, words: Placeable, view: DebateState) {
  if (words.kind === 'comment') {
    const { commentId, text } = words;
    return {
      type: 'comment.add',
      commentId: commentId !== null && !view.comments.has(commentId) ? commentId : newId('m'),
      on: target,
      replyTo: null,
      text,
    } satisfies Operation;
  }
  const { claim } = words;
  const sources = (claim.sources ?? []).filter((id) => view.sources.has(id));
  const positionId = view.positions.has(claim.positionId ?? '') ? claim.positionId : null;
  const areFree = words.ids && !view.claims.has(words.ids.claimId) && !view.links.has(words.ids.linkId);
  const ids = areFree ? words.ids : { claimId: newId('c'), linkId: newId('l') };
  return { ...claim, ...ids, target, relation, positionId, sources } satisfies Operation;
}
