'use client';

import { useEffect } from 'react';
import type { InitialState } from '../../../domain/protocol/initial-state.ts';
import { ButtonLink } from '../../_ui/button/button-link.tsx';
import { lazyComponent } from '../../_ui/lazy-component.ts';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import boardStyles from '../board.module.css';
import headerStyles from '../header/header.module.css';
import { ViewSwitch } from '../header/view-switch.tsx';
import { OnlyRead } from '../only-read.tsx';
import { Readable } from '../readable.tsx';
import { stageTransport } from '../stage/stage-transport.ts';
import { Stage } from '../stage.tsx';
import { BoardProvider, useBoard } from '../store/board-context.tsx';
import { useOpenedStore } from '../store/use-opened-store.ts';
import { useCaughtFocus } from '../use-caught-focus.ts';
import { useHydrated } from '../use-hydrated.ts';
import { useStrayKeys } from '../use-stray-keys.ts';
import { useViewPart } from '../view-provider.tsx';

const SidePanel = lazyComponent(async () => ({
  default: (await import('../panels/side-panel.tsx')).SidePanel,
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
  const debateId = useBoard((state) => state.debateId);
  const title = useBoard(({ replica }) => replica.view.head?.title ?? '');
  const motion = useBoard(({ replica }) => replica.view.head?.motion);
  const connection = useBoard((state) => state.connection.kind);
  const hydrated = useHydrated();
  useCaughtFocus();
  useStrayKeys();
  const address = `/debates/${encodeURIComponent(debateId)}${selected ? `#${selected.id}` : ''}`;
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
        <ViewSwitch />
        {/* Joining happens on a separate page: a frame of another site is not trusted with a sign-in. */}
        <ButtonLink href={address} target="_blank" rel="noopener">
          {t('takePart')}
        </ButtonLink>
      </header>
      <div className={boardStyles.middle} data-panel={selected ? '' : undefined}>
        <main
          id="debate"
          className={boardStyles.stage}
          tabIndex={-1}
          data-view={view}
          data-connection={connection}
        >
          {view === 'map' && <h1 className={boardStyles.spoken}>{motion}</h1>}
          <Stage branch={undefined} after={undefined} />
        </main>
        {selected && <SidePanel meanwhile={<aside className={boardStyles.panelToCome} />} />}
      </div>
    </div>
  );
}
