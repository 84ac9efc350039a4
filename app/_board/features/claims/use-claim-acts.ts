'use client';

import { useMemo } from 'react';
import { catchFocus, followItem } from '#app/_ui/focus/catch-focus.ts';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { Relation, Target } from '#domain/debate/map/link.ts';
import { attackProblem } from '#domain/debate/map/steelman.ts';
import { parentLinkOf } from '#domain/debate/map/tree.ts';
import { claimSideProblem } from '#domain/debate/participants/teams.ts';
import { takesRatings } from '#domain/debate/votes/ratings.ts';
import { useAnnounce } from '../../core/announcing/announce-context.tsx';
import { excerpt } from '../../core/claims/excerpt.ts';
import { actorNow, approvalProblemNow, mayNow } from '../../core/claims/use-claim.ts';
import { useReadable } from '../../core/claims/use-readable.ts';
import { useOpenClaimDialog } from '../../core/commands/claim-dialog.ts';
import { commentFocus } from '../../core/commands/comment-focus.ts';
import { useAfterJoining, useSubmit } from '../../core/commands/join-context.tsx';
import { usePerform } from '../../core/commands/use-perform.ts';
import { useRejectionSentence } from '../../core/commands/use-rejection-sentence.ts';
import { useSayWhyNot } from '../../core/commands/use-say-why-not.ts';
import { weighFocus } from '../../core/commands/weigh-focus.ts';
import { useBoardStore } from '../../core/store/board-context.tsx';
import { useViewActs } from '../../core/view/view-state.tsx';
import { earlyKeys } from '../../core/writing/early-keys.ts';
import { reorder } from './reorder.ts';
import { useAnnouncePlace } from './use-announce-place.ts';

/** Actions on a claim, for the menu, the buttons and the keys. Each first asks for a name if needed. */
export interface ClaimActs {
  argue(target: Target, relation: Relation): void;
  edit(claimId: string): void;
  comment(target: Target): void;
  /** Moves the focus to the ratings of the claim's link. A weight typed before they are drawn counts. */
  weigh(claimId: string): void;
  retractOrRestore(claimId: string): void;
  reorder(claimId: string, by: -1 | 1): void;
}

export function useClaimActs(): ClaimActs {
  const store = useBoardStore();
  const afterJoining = useAfterJoining();
  const submit = useSubmit();
  const announce = useAnnounce();
  const perform = usePerform();
  const t = useMessages('claim');
  const outline = useMessages('outline');
  const rejection = useMessages('rejection');
  const sentence = useRejectionSentence();
  const announcePlace = useAnnouncePlace();
  const readable = useReadable();
  const sayWhyNot = useSayWhyNot();
  const openDialog = useOpenClaimDialog();
  const { write, select } = useViewActs();
  return useMemo(() => {
    /** Opens a field. Keys typed before the field has the focus go into it. */
    const asks = (open: () => void) => {
      earlyKeys.wait();
      afterJoining(() => {
        earlyKeys.wait();
        open();
      });
    };
    return {
      argue: (target, relation) => {
        if (!mayNow(store.state(), 'claim.add')) return sayWhyNot('claim.add');
        const effective = target.kind === 'link' ? 'attack' : relation;
        const problem = attackProblem(store.state().replica.view, target, effective);
        if (problem) return announce(rejection(problem));
        asks(() => write({ kind: 'argument', target, relation: effective }));
      },
      edit: (claimId) => {
        const claim = store.state().replica.view.claims.get(claimId);
        const isFixed = !claim || claim.retracted || store.state().replica.view.merges.has(claimId);
        if (isFixed) return;
        if (!mayNow(store.state(), 'claim.edit', claim.author)) return sayWhyNot('claim.edit');
        const actor = actorNow(store.state());
        const side = actor && claimSideProblem(store.state().replica.view, actor, claim);
        const problem = side ?? approvalProblemNow(store.state(), claimId);
        if (problem) return announce(rejection(problem));
        asks(() => write({ kind: 'wording', claimId }));
      },
      comment: (target) => {
        if (mayNow(store.state(), 'comment.add')) earlyKeys.wait();
        select(target);
        commentFocus.ask();
      },
      weigh: (claimId) => {
        const { view } = store.state().replica;
        const link = parentLinkOf(view, claimId);
        select({ kind: 'claim', id: claimId });
        if (!mayNow(store.state(), 'link.weigh')) return sayWhyNot('link.weigh');
        if (!link || !takesRatings(view, link)) return;
        earlyKeys.wait();
        weighFocus.ask();
      },
      retractOrRestore: (claimId) => {
        const claim = store.state().replica.view.claims.get(claimId);
        if (!claim) return;
        const type = claim.retracted ? 'claim.restore' : 'claim.retract';
        if (!mayNow(store.state(), type, claim.author)) {
          return announce(t(claim.retracted ? 'restoreNotYours' : 'retractNotYours'));
        }
        const isOwn = claim.author === store.state().replica.participantId;
        if (!claim.retracted && !isOwn) return openDialog({ kind: 'retract', claimIds: [claimId] });
        const said = t(claim.retracted ? 'restoredToast' : 'retractedToast', {
          text: excerpt(readable(claim.text), 60),
        });
        perform([{ type, claimId }], said);
      },
      reorder: (claimId, by) =>
        afterJoining(() => {
          const operation = reorder(store.state().replica.view, claimId, by);
          if (!operation) return announce(outline('noPlace', { shift: by === 1 ? 'down' : 'up' }));
          submit([operation], (refusal) => {
            if (refusal) return announce(sentence(refusal));
            announcePlace(claimId);
            // The browser takes the focus from a moved element, and does not scroll to it.
            catchFocus();
            followItem();
          });
        }),
    };
  }, [
    store,
    afterJoining,
    submit,
    perform,
    announce,
    sayWhyNot,
    readable,
    t,
    outline,
    rejection,
    sentence,
    announcePlace,
    write,
    select,
    openDialog,
  ]);
}
