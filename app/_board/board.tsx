'use client';

import { type ReactNode, Suspense, useEffect, useState } from 'react';
import { lazyPart } from '../_ui/lazy-part.ts';
import { useMessages } from '../_ui/messages/use-messages.ts';
import { Announcer } from './announcer.tsx';
import styles from './board.module.css';
import { ClaimDialogs } from './claim/claim-dialogs.tsx';
import { BoardHeader } from './header/board-header.tsx';
import { RefusedConnection } from './header/connection-status.tsx';
import { JoinGate } from './join/join-gate.tsx';
import { Outline } from './outline/outline.tsx';
import { PrintOnDemand } from './print/print-on-demand.tsx';
import { silentTransport } from './silent-transport.ts';
import { BoardProvider, useBoard } from './store/board-context.tsx';
import type { BoardStore } from './store/board-store.ts';
import { type BoardOpening, createBoardStore } from './store/create-board-store.ts';
import { keepOutbox } from './store/keep-outbox.ts';
import { socketTransport } from './store/socket-transport.ts';
import { useCaughtFocus } from './use-caught-focus.ts';
import { useFetchParts } from './use-fetch-parts.ts';
import { useHydrated } from './use-hydrated.ts';
import { useOpenOnBranch } from './use-open-on-branch.ts';
import { useTellPresence } from './use-tell-presence.ts';
import { useWarnUnsent } from './use-warn-unsent.ts';
import { ViewProvider } from './view-provider.tsx';
import { useView } from './view-state.tsx';

const SidePanel = lazyPart(async () => ({ default: (await import('./panels/side-panel.tsx')).SidePanel }));
const RefusedTray = lazyPart(async () => ({
  default: (await import('./panels/refused-tray.tsx')).RefusedTray,
}));
const SearchBar = lazyPart(() => import('./search/search-bar.tsx'));
const MapView = lazyPart(async () => ({ default: (await import('./map/map-view.tsx')).MapView }));

interface BoardProps {
  readonly opening: BoardOpening;
  /** The claim whose branch the page is about; absent: the whole debate. */
  readonly branch?: string;
}

/** A debate, live: one store, seen as map or outline, with a panel for what is selected. */
export function Board({ opening, branch }: BoardProps) {
  const [store] = useState(() =>
    createBoardStore(opening, typeof window === 'undefined' ? silentTransport() : socketTransport()),
  );
  const [signIns, setSignIns] = useState(0);
  // A sign-in counts from the next connection on: connecting again is what `signIns` is for.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above.
  useEffect(() => connectWithOutbox(store, opening.debateId), [store, signIns]);
  return (
    <BoardProvider value={store}>
      <ViewProvider>
        <Announcer>
          <JoinGate onSignedIn={() => setSignIns((count) => count + 1)}>
            <ClaimDialogs>
              <Frame>
                <Stage branch={branch} />
                <PrintOnDemand branch={branch} />
              </Frame>
            </ClaimDialogs>
          </JoinGate>
        </Announcer>
      </ViewProvider>
    </BoardProvider>
  );
}

/** Connects when it is known what an earlier page has left to send; the answer disconnects. */
function connectWithOutbox(store: BoardStore, debateId: string): () => void {
  const outbox = keepOutbox(store, debateId);
  let disconnect: (() => void) | null = null;
  let ended = false;
  void outbox.ready.then(() => {
    if (!ended) disconnect = store.connect();
  });
  return () => {
    ended = true;
    disconnect?.();
    outbox.end();
  };
}

/** The page around the debate. */
function Frame({ children }: { children: ReactNode }) {
  const site = useMessages('site');
  const { view, selected, search } = useView();
  const refused = useBoard((state) => state.refused.length > 0);
  const hydrated = useHydrated();
  useCaughtFocus();
  useTellPresence();
  useWarnUnsent();
  return (
    <div className={styles.board} data-view={view} data-hydrated={hydrated ? '' : undefined}>
      <a className={styles.skip} href="#debate">
        {site('skip')}
      </a>
      <BoardHeader />
      <RefusedConnection />
      <div className={styles.middle} data-panel={selected ? '' : undefined}>
        {search && (
          <Suspense fallback={null}>
            <SearchBar />
          </Suspense>
        )}
        <Main view={view}>{children}</Main>
        {selected && (
          <Suspense fallback={<aside className={styles.panelToCome} />}>
            <SidePanel />
          </Suspense>
        )}
      </div>
      {refused && (
        <Suspense fallback={null}>
          <RefusedTray />
        </Suspense>
      )}
    </div>
  );
}

/**
 * The debate itself; `data-*` say how far it is in step with the server. They change with every key somebody types, and
 * nothing else is to be drawn anew with them.
 */
function Main({ view, children }: { view: 'map' | 'outline'; children: ReactNode }) {
  const seq = useBoard(({ replica }) => replica.confirmed.seq);
  const pending = useBoard(({ replica }) => replica.pending.length);
  const connection = useBoard((state) => state.connection.kind);
  const joined = useBoard(({ replica }) => replica.participantId !== null);
  const motion = useBoard(({ replica }) => replica.view.head?.motion);
  const whole = useFetchParts();
  return (
    <main
      id="debate"
      className={styles.stage}
      tabIndex={-1}
      data-seq={seq}
      data-pending={pending}
      data-connection={connection}
      data-whole={whole ? '' : undefined}
      data-joined={joined ? '' : undefined}
      data-view={view}
    >
      {view === 'map' && <h1 className={styles.spoken}>{motion}</h1>}
      {children}
    </main>
  );
}

function Stage({ branch }: { branch: string | undefined }) {
  const t = useMessages('board');
  const { view } = useView();
  useOpenOnBranch(branch);
  if (view === 'outline') return <Outline branch={branch} />;
  return (
    <Suspense
      fallback={
        <p className={styles.loading} role="status">
          {t('loadingMap')}
        </p>
      }
    >
      <MapView />
    </Suspense>
  );
}
