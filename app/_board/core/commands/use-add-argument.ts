'use client';

import { predictNextClaimAt } from '#domain/debate/claims/pace.ts';
import type { Operation } from '#domain/debate/engine/operations.ts';
import { type Actor, isModerator } from '#domain/debate/engine/permissions.ts';
import { type Rejection, toRejection } from '#domain/debate/engine/rejections.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';
import type { Relation, Target } from '#domain/debate/map/link.ts';
import { laneOf, mapPlaceOf } from '#domain/debate/map/tree.ts';
import { keepsSides, presentedBy } from '#domain/debate/participants/teams.ts';
import { teamOf } from '#domain/debate/positions/team-of.ts';
import { actorNow } from '../claims/use-claim.ts';
import { ServerClock } from '../clock/server-clock.ts';
import { useBoardStore } from '../store/board-context.tsx';
import { newId } from '../store/new-id.ts';
import { useSubmit } from './join-context.tsx';
import { addSource, type SourceDraft } from './source-draft.ts';

interface Argument {
  readonly relation: Relation;
  /** The position that holds it; undefined: the usual one. */
  readonly holder: string | null | undefined;
  readonly text: string;
  readonly source: SourceDraft;
}

/** Adds an argument to a target, with its source if that is new. `done` gets the rejection, or `null` and the argument's id. */
export function useAddArgument(
  target: Target,
): (argument: Argument, done: (refusal: Rejection | null, claimId: string) => void) => void {
  const store = useBoardStore();
  const submit = useSubmit();
  return ({ relation, holder, text, source }, done) => {
    const claimId = newId('c');
    const sourceId = source.kind === 'known' ? source.sourceId : newId('s');
    const added = addSource(source, sourceId);
    const { view } = store.state().replica;
    const actor = actorNow(store.state());
    // Checked before sending: the composer keeps the text open, while a rejection by the server would put it into the tray.
    const now = Date.now() + ServerClock.of(store).ahead();
    if (actor && predictNextClaimAt(view, actor, now) !== null)
      return done(toRejection('claim_rate_exceeded', view.head?.settings.pace), claimId);
    const claim: Operation = {
      type: 'claim.add',
      claimId,
      linkId: newId('l'),
      target,
      relation,
      positionId: holder === undefined ? usualHolder(view, actor, target, relation) : holder,
      text,
      sources: source.kind === 'none' ? [] : [sourceId],
    };
    submit(added ? [added, claim] : [claim], (refusal) => done(refusal, claimId));
  };
}

/**
 * Returns the position most likely to hold an argument: for a support its target's; for an attack the lane's position if the target
 * belongs to another, otherwise none. If teams write only for one position, their own or the one they present, it is that one.
 */
export function usualHolder(
  view: DebateState,
  actor: Actor | null,
  target: Target,
  relation: Relation,
): string | null {
  const team = actor && teamOf(view, actor.id);
  const presented = team && presentedBy(view, team);
  // A moderator who speaks for a position may still write where they are.
  if (actor && !isModerator(actor) && (presented || keepsSides(view))) return presented || team;
  if (target.kind === 'position') return relation === 'support' ? target.id : null;
  const place = mapPlaceOf(view, target);
  const claim = place && view.claims.get(place.id);
  if (!claim) return null;
  if (relation === 'support') return claim.positionId;
  const lane = laneOf(view, claim.id);
  return lane === claim.positionId ? null : lane;
}
