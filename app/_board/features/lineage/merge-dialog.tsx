'use client';

import { type FormEvent, useCallback, useState } from 'react';
import { Button } from '#app/_ui/button/button.tsx';
import { Dialog } from '#app/_ui/dialogs/dialog.tsx';
import { Note } from '#app/_ui/layout/note.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { Rejection } from '#domain/debate/engine/rejections.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';
import { mergeDirections } from '#domain/debate/lineage/merge-directions.ts';
import { countCommentsAt, sourcesOf } from '#domain/debate/lineage/merged-contents.ts';
import type { Target } from '#domain/debate/map/link.ts';
import { childrenOf, isShown } from '#domain/debate/map/tree.ts';
import { votesShown } from '#domain/debate/votes/ballots.ts';
import { NO_VOTES } from '#domain/debate/votes/vote.ts';
import { excerpt } from '../../core/claims/excerpt.ts';
import { useClaim } from '../../core/claims/use-claim.ts';
import { useReadTarget, useTextOf } from '../../core/claims/use-target.ts';
import { useVotesSaid } from '../../core/claims/use-votes-said.ts';
import { useSubmit } from '../../core/commands/join-context.tsx';
import { RejectionNote } from '../../core/commands/rejection-note.tsx';
import { useConfirm } from '../../core/commands/use-confirm.ts';
import { Choice } from '../../core/forms/choice.tsx';
import targetStyles from '../../core/forms/target-dialog.module.css';
import { TargetSearch } from '../../core/forms/target-search.tsx';
import { useBoard, useBoardStore } from '../../core/store/board-context.tsx';
import { useViewActs } from '../../core/view/view-state.tsx';

interface MergeDialogProps {
  readonly claimId: string;
  /** The initially selected claim. */
  readonly into?: string | undefined;
  readonly onClose: () => void;
}

/** Dialog for the claim that says the same, and for which of the two stays; says what else moves. */
export default function MergeDialog({ claimId, into: first, onClose }: MergeDialogProps) {
  const t = useMessages('lineage');
  const controls = useMessages('controls');
  const store = useBoardStore();
  const submit = useSubmit();
  const confirm = useConfirm();
  const { select } = useViewActs();
  const readTarget = useReadTarget();
  const text = useTextOf(claimId);
  const [target, setTarget] = useState<Target | null>(
    first === undefined ? null : { kind: 'claim', id: first },
  );
  const [problem, setProblem] = useState<Rejection | null>(null);
  const other = target?.id ?? '';
  const isOffered = useCallback(
    (view: DebateState, id: string) => mergeDirections(view, claimId, id).length > 0,
    [claimId],
  );
  const directions = useBoard(({ replica: { view } }) =>
    target === null ? 'other this' : mergeDirections(view, claimId, other).join(' '),
  );
  const [wanted, setStays] = useState<'other' | 'this'>('other');
  // A claim and its reply can be merged in one direction only.
  const stays = directions === 'other' || directions === 'this' ? directions : wanted;
  const [merged, into] = stays === 'other' ? [claimId, other] : [other, claimId];
  const follows = useFollowing(merged);
  const tally = useClaim(merged)?.tally ?? NO_VOTES;
  const votes = useVotesSaid(tally);
  const mayHaveVotes = useBoard(({ replica }) => votesShown(replica.view, tally) !== 0);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (target === null) return;
    submit([{ type: 'claim.merge', claimId: merged, into }], (refusal) => {
      if (refusal) return setProblem(refusal);
      const text = readTarget(store.state().replica.view, { kind: 'claim', id: into });
      confirm(t('mergedToast', { text: excerpt(text, 60) }));
      select({ kind: 'claim', id: into });
      onClose();
    });
  };
  return (
    <Dialog title={t('mergeTitle')} text={t('mergeText')} onClose={onClose}>
      <form className={targetStyles.form} onSubmit={send}>
        <blockquote className={targetStyles.claim} dir="auto">
          {text}
        </blockquote>
        <Choice
          label={t('stays')}
          options={[
            ['other', t('staysOther')],
            ['this', t('staysThis')],
          ]}
          chosen={stays}
          hint={directions === 'other' || directions === 'this' ? t('oneDirection') : undefined}
          onChoose={setStays}
        />
        <TargetSearch
          except={claimId}
          kinds="claims"
          isOffered={isOffered}
          chosen={target}
          onChoose={setTarget}
        />
        {follows && (
          <Note role="status">
            {t('follows', { ...follows, votes })} {mayHaveVotes && t('followsVotes')}
          </Note>
        )}
        <RejectionNote rejection={problem} />
        <div className={targetStyles.buttons}>
          <Button look="quiet" onClick={onClose}>
            {controls('cancel')}
          </Button>
          <Button look="primary" type="submit" disabled={target === null}>
            {t('mergeSubmit')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** Returns how much moves with a merged claim; `null` if none is selected yet. */
function useFollowing(claimId: string) {
  const view = useBoard(({ replica }) => replica.view);
  return followingOf(view, claimId);
}

function followingOf(view: DebateState, claimId: string) {
  const claim = view.claims.get(claimId);
  if (!claim) return null;
  const on = { kind: 'claim', id: claimId } as const;
  return {
    arguments: childrenOf(view, on).filter((child) => isShown(view, child)).length,
    comments: countCommentsAt(view, on),
    sources: sourcesOf(view, claim).length,
  };
}
