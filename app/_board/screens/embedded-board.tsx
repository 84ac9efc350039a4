'use client';

import { useEffect } from 'react';
import { debateAddress } from '#app/_ui/links/debate-address.ts';
import type { DebateHead } from '#domain/debate/head/head.ts';
import type { InitialState } from '#domain/protocol/initial-state.ts';
import { ButtonLink } from '../../_ui/button/button-link.tsx';
import { lazyComponent } from '../../_ui/lazy-component.ts';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { useHydrated } from '../../_ui/use-hydrated.ts';
import { useCaughtFocus } from '../core/focus/use-caught-focus.ts';
import { useStrayClicks } from '../core/focus/use-stray-clicks.ts';
import { useStrayKeys } from '../core/focus/use-stray-keys.ts';
import { Readable } from '../core/opening/readable.tsx';
import { useOpenedStore } from '../core/opening/use-opened-store.ts';
import { BoardProvider, useBoard } from '../core/store/board-context.tsx';
import { stageTransport } from '../core/transport/stage-transport.ts';
import boardStyles from '../core/view/board.module.css';
import { useViewPart } from '../core/view/view-provider.tsx';
import { SearchBar } from '../features/search/search-bar.tsx';
import { ConnectionStatus } from '../header/connection-status.tsx';
import headerStyles from '../header/header.module.css';
import { StatusNote } from '../header/status-note.tsx';
import { ViewSwitch } from '../header/view-switch.tsx';
import { MapOrOutline } from './map-or-outline.tsx';
import { OnlyRead } from './only-read.tsx';

const SidePanel = lazyComponent(async () => ({
  default: (await import('../panel/side-panel.tsx')).SidePanel,
}));

/** A debate in a frame of another site's page: live, read-only, and as anyone may read it. */
export function EmbeddedBoard({ opening }: { opening: InitialState }) {
  const store = useOpenedStore(opening, stageTransport, true);
  useEffect(() => store.connect(), [store]);
  return (
    <BoardProvider value={store}>
      <Readable>
        <OnlyRead>
          <Frame />
        </OnlyRead>
      </Readable>
    </BoardProvider>
  );
}

function Frame() {
  const t = useMessages('embed');
  const site = useMessages('site');
  const view = useViewPart((parts) => parts.view);
  const selected = useViewPart((parts) => parts.selected);
  const search = useViewPart((parts) => parts.search);
  const debateId = useBoard((state) => state.debateId);
  const title = useBoard(({ replica }) => replica.view.head?.title ?? '');
  const motion = useBoard(({ replica }) => replica.view.head?.motion);
  const connection = useBoard((state) => state.connection.kind);
  const mayJoin = useBoard(({ replica: { view } }) => isJoinable(view.head));
  const hydrated = useHydrated();
  useCaughtFocus();
  useStrayKeys();
  useStrayClicks();
  const address = `${debateAddress(debateId)}${selected ? `#${selected.id}` : ''}`;
  return (
    <div
      className={boardStyles.board}
      data-board=""
      data-view={view}
      data-hydrated={hydrated ? '' : undefined}
    >
      <a className={boardStyles.skip} href="#debate">
        {site('skip')}
      </a>
      <header className={headerStyles.bar}>
        <p className={headerStyles.title} dir="auto" title={title}>
          {title}
        </p>
        <ConnectionStatus />
        <ViewSwitch />
        {/* Joining happens on a separate page: a frame of another site is not trusted with a sign-in. */}
        <ButtonLink href={address} target="_blank" rel="noopener">
          {t(mayJoin ? 'joinDebate' : 'openDebate')}
        </ButtonLink>
      </header>
      <StatusNote quietEnd={null} />
      <div className={boardStyles.middle} data-panel={selected ? '' : undefined}>
        {search && <SearchBar />}
        <main
          id="debate"
          className={boardStyles.stage}
          tabIndex={-1}
          data-view={view}
          data-connection={connection}
        >
          {view === 'map' && <h1 className={boardStyles.spoken}>{motion}</h1>}
          <MapOrOutline branch={undefined} after={undefined} />
        </main>
        {selected && <SidePanel fallback={<aside className={boardStyles.panelPlaceholder} />} />}
      </div>
    </div>
  );
}

/** True if someone who opens the debate can join it. */
function isJoinable(head: DebateHead | null): boolean {
  return head?.status === 'open' && !head.deleted && head.settings.guests !== 'none';
}
