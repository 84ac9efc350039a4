'use client';

import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { lazyComponent } from '#app/_ui/lazy-component.ts';
import { isOut, useActor } from '../../core/claims/use-claim.ts';
import { type AfterJoining, JoinProvider } from '../../core/commands/join-context.tsx';
import { useBoardStore } from '../../core/store/board-context.tsx';

const JoinDialog = lazyComponent(() => import('./join-dialog.tsx'));

interface JoinGateProps {
  /** Called when the viewer has signed in: reconnect, so that the server knows. */
  readonly onSignedIn: () => void;
  readonly children: ReactNode;
}

/** An action that waits until its person may do it. */
interface WaitingAction {
  /** The participant who asked for it; `null`: a reader. */
  readonly by: string | null;
  readonly run: () => void;
}

/** Guards everything that only participants may do: an action is done once the viewer has a name. */
export function JoinGate({ onSignedIn, children }: JoinGateProps) {
  const store = useBoardStore();
  const actor = useActor();
  const joined = actor !== null;
  const [asking, setAsking] = useState(false);
  const waiting = useRef<WaitingAction[]>([]);
  const joinedNow = useRef(joined);
  joinedNow.current = joined;

  const afterJoining = useCallback<AfterJoining>(
    (then) => {
      if (joinedNow.current) return then();
      waiting.current.push({ by: store.state().replica.participantId, run: then });
      // A removed participant has a name already.
      if (isOut(store.state())) store.rejoin();
      else setAsking(true);
    },
    [store],
  );

  useEffect(() => {
    if (!joined) return;
    setAsking(false);
    const { participantId } = store.state().replica;
    for (const { by, run } of waiting.current.splice(0)) if (by === null || by === participantId) run();
  }, [joined, store]);

  const cancel = () => {
    waiting.current = [];
    setAsking(false);
  };
  return (
    <JoinProvider value={afterJoining}>
      {children}
      {asking && <JoinDialog onSignedIn={onSignedIn} onClose={cancel} />}
    </JoinProvider>
  );
}
