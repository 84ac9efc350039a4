'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { catchFocus } from '#app/_ui/focus/catch-focus.ts';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { resolveMerge } from '#domain/debate/map/merged.ts';
import type { Spotlight } from '#domain/debate/meetings/meeting.ts';
import { isOnStageOnly } from '#domain/debate/meetings/spotlight.ts';
import { moveFor } from '#domain/sync/light-moves.ts';
import { useAnnounce } from '../../core/announcing/announce-context.tsx';
import { useIsModerator } from '../../core/claims/use-claim.ts';
import { useReadTarget } from '../../core/claims/use-target.ts';
import { useBoardStore } from '../../core/store/board-context.tsx';
import { isTyping, onOwnMove } from '../../core/view/own-moves.ts';
import { useReadView, useViewPart } from '../../core/view/view-provider.tsx';
import { useViewActs } from '../../core/view/view-state.tsx';

/** The viewer's relation to the spotlight: whether they are invited to it, and whether their view follows. */
export interface FollowingSpotlight {
  readonly isInvited: boolean;
  readonly follows: boolean;
  follow(): void;
  stop(): void;
  /** Called when the viewer has gone there. */
  arrive(): void;
  /** Leaves the viewer where they are, and gives the focus back to the field in which they were writing. */
  decline(): void;
}

/**
 * Moves the viewer's view to the spotlight: all views on a call, otherwise those that follow, until they move by themselves. A viewer who
 * is writing is asked instead.
 */
export function useFollowSpotlight(): FollowingSpotlight {
  const t = useMessages('spotlight');
  const store = useBoardStore();
  const announce = useAnnounce();
  const isModerator = useIsModerator();
  const { select } = useViewActs();
  const readView = useReadView();
  const [follows, setFollows] = useState(false);
  const [isInvited, setInvited] = useState(false);
  const following = useRef(follows);
  following.current = follows;
  /** The claim to which the spotlight has brought the viewer: selecting another means moving by themselves. */
  const brought = useRef<string | null>(null);

  /** The field in which the viewer was writing when they were invited. */
  const field = useRef<HTMLElement | null>(null);

  const readTarget = useReadTarget();
  const go = useCallback(
    (light: Spotlight) => {
      const id = resolveMerge(store.state().replica.view, light.on);
      brought.current = id;
      select({ kind: 'claim', id });
      return readTarget(store.state().replica.view, { kind: 'claim', id });
    },
    [store, select, readTarget],
  );
  useEffect(() => {
    let before = store.state().replica.confirmed.spotlight;
    return store.subscribe(() => {
      // Only what the server sends moves the view, also for the viewer's own call.
      const now = store.state().replica.confirmed.spotlight;
      if (now === before) return;
      const isWriting = readView().writing !== null || isTyping(document.activeElement);
      const move = moveFor(before, now, { isWriting, follows: following.current });
      const isCalled = now !== null && now.call > (before?.call ?? 0);
      before = now;
      if (now && isOnStageOnly(store.state().replica.view, now.on)) return;
      if (move === 'ask' && isTyping(document.activeElement)) field.current = document.activeElement;
      setInvited(move === 'ask');
      if (!now || move !== 'go') return;
      // If the viewer is there already, as the facilitator is, nothing moves: the console stays in front.
      brought.current = resolveMerge(store.state().replica.view, now.on);
      if (readView().selected?.id !== brought.current) announce(t('movedTo', { text: go(now) }));
      else if (isCalled && isModerator) announce(t('everyoneMoved'));
    });
  }, [store, readView, announce, go, isModerator, t]);

  const stop = useCallback(() => setFollows(false), []);
  const moveAway = useCallback(() => {
    stop();
    announce(t('stopped'));
  }, [stop, announce, t]);
  useEffect(() => (follows ? onOwnMove(moveAway) : undefined), [follows, moveAway]);
  const selected = useViewPart((view) => view.selected?.id ?? null);
  useEffect(() => {
    if (follows && selected !== brought.current) moveAway();
  }, [follows, selected, moveAway]);

  const follow = useCallback(() => {
    const { spotlight } = store.state().replica.view;
    if (!spotlight || isOnStageOnly(store.state().replica.view, spotlight.on)) return;
    go(spotlight);
    setFollows(true);
  }, [store, go]);
  const arrive = useCallback(() => setInvited(false), []);
  const decline = useCallback(() => {
    setInvited(false);
    if (field.current?.isConnected) field.current.focus();
    else catchFocus();
  }, []);
  return { isInvited, follows, follow, stop, arrive, decline };
}
