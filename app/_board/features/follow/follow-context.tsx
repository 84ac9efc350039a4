'use client';

import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { VisuallyHidden } from '#app/_ui/visually-hidden.tsx';
import { useAnnounce } from '../../core/announcing/announce-context.tsx';
import { shortName, useShortName } from '../../core/people/use-called.ts';
import { useBoard, useBoardStore } from '../../core/store/board-context.tsx';
import { onOwnMove } from '../../core/view/own-moves.ts';
import { useViewPart } from '../../core/view/view-provider.tsx';

/** The participant whom the viewer follows: their view moves with that person's. */
export interface Following {
  /** Id of the participant; `null`: nobody. */
  readonly following: string | null;
  follow(participantId: string): void;
  stop(): void;
}

const FollowContext = createContext<Following | null>(null);

export function useFollow(): Following {
  const follow = useContext(FollowContext);
  if (follow === null) throw new Error('useFollow outside of a FollowProvider');
  return follow;
}

/** Keeps whom the viewer follows, until they move or select something themselves, or that person leaves. */
export function FollowProvider({ children }: { children: ReactNode }) {
  const [following, setFollowing] = useState<string | null>(null);
  const value = useMemo<Following>(
    () => ({ following, follow: setFollowing, stop: () => setFollowing(null) }),
    [following],
  );
  return (
    <FollowContext.Provider value={value}>
      <Followed id={following} />
      {children}
      {following !== null && <UntilMoved key={following} id={following} stop={value.stop} />}
    </FollowContext.Provider>
  );
}

/** Says to screen readers whom the viewer follows: a sign that appears with its words would not be spoken. */
function Followed({ id }: { id: string | null }) {
  const t = useMessages('follow');
  const people = useMessages('people');
  const name = useShortName(id ?? '') ?? people('somebody');
  return (
    <div aria-live="polite">{id !== null && <VisuallyHidden>{t('following', { name })}</VisuallyHidden>}</div>
  );
}

function UntilMoved({ id, stop }: { id: string; stop: () => void }) {
  const t = useMessages('follow');
  const store = useBoardStore();
  const announce = useAnnounce();
  const selected = useViewPart((view) => view.selected?.id ?? null);
  const [selectedAtFirst] = useState(selected);
  const left = useBoard(
    ({ present, connection }) => connection.kind === 'live' && ![...present.values()].some(isOf(id)),
  );
  useEffect(() => onOwnMove(stop), [stop]);
  useEffect(() => {
    if (selected !== selectedAtFirst) stop();
  }, [selected, selectedAtFirst, stop]);
  useEffect(() => {
    if (!left) return;
    announce(t('left', { name: shortName(store.state().people.get(id)) ?? '' }));
    stop();
  }, [left, id, store, announce, t, stop]);
  return null;
}

function isOf(id: string) {
  return ({ participantId }: { readonly participantId: string | null }) => participantId === id;
}
