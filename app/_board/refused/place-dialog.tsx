'use client';

import { type FormEvent, useState } from 'react';
import type { Operation } from '../../../domain/debate/operations.ts';
import type { Rejection } from '../../../domain/debate/rejections.ts';
import type { DebateState, Relation, Target } from '../../../domain/debate/state.ts';
import { Button } from '../../_ui/button/button.tsx';
import { Dialog } from '../../_ui/dialog.tsx';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { useAnnounce } from '../announce-context.tsx';
import { RejectionNote } from '../claim/rejection-note.tsx';
import { RelationToggle } from '../claim/relation-toggle.tsx';
import styles from '../claim/target-dialog.module.css';
import { TargetSearch } from '../claim/target-search.tsx';
import { useReadOut } from '../comments/use-read-out.ts';
import { useSubmit } from '../join/join-context.tsx';
import { useBoardStore } from '../store/board-context.tsx';
import { newId } from '../store/new-id.ts';
import { useViewActs } from '../view-state.tsx';
import type { Placeable } from './ways-on.ts';

interface PlaceDialogProps {
  readonly words: Placeable;
  /** It stands there now; answers how many others, which build on it, went with it. */
  readonly onDone: () => number;
  readonly onClose: () => void;
}

/** Finds another place for words whose own is gone. */
export default function PlaceDialog({ words, onDone, onClose }: PlaceDialogProps) {
  const t = useMessages('refused');
  const controls = useMessages('controls');
  const store = useBoardStore();
  const submit = useSubmit();
  const announce = useAnnounce();
  const readOut = useReadOut();
  const { select } = useViewActs();
  const [target, setTarget] = useState<Target | null>(null);
  const [relation, setRelation] = useState<Relation>(
    words.kind === 'argument' ? words.claim.relation : 'support',
  );
  const [problem, setProblem] = useState<Rejection | null>(null);
  const kind = words.kind === 'argument' ? 'placeArgument' : 'placeComment';

  const send = (event: FormEvent) => {
    event.preventDefault();
    if (target === null) return;
    const operation = placedOn(target, relation, words, store.state().replica.view);
    submit([operation], (refusal) => {
      if (refusal) return setProblem(refusal);
      announce(t('placed', { count: onDone() }));
      select(operation.type === 'claim.add' ? { kind: 'claim', id: operation.claimId } : target);
      onClose();
    });
  };

  return (
    <Dialog title={t(kind)} text={t(`${kind}Text`)} onClose={onClose}>
      <form className={styles.form} onSubmit={send}>
        <blockquote className={styles.claim} dir="auto">
          {words.kind === 'argument' ? words.claim.text : readOut(words.text)}
        </blockquote>
        <TargetSearch except="" chosen={target} onChoose={setTarget} />
        {words.kind === 'argument' && <RelationToggle relation={relation} onChange={setRelation} />}
        <RejectionNote rejection={problem} />
        <div className={styles.buttons}>
          <Button look="quiet" onClick={onClose}>
            {controls('cancel')}
          </Button>
          <Button look="primary" type="submit" disabled={target === null}>
            {t(`${kind}Submit`)}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/**
 * What adds the words there, with what of their sources and their holder is still in the debate; under the id they were to
 * have, where it is free, so that what builds on them finds them.
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
