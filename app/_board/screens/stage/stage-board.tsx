'use client';

import { useEffect } from 'react';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { InitialState } from '#domain/protocol/initial-state.ts';
import { Readable } from '../../core/opening/readable.tsx';
import { useOpenedStore } from '../../core/opening/use-opened-store.ts';
import { BoardProvider, useBoard } from '../../core/store/board-context.tsx';
import { stageTransport } from '../../core/transport/stage-transport.ts';
import { useReportFirstCards } from '../../core/view/first-cards.ts';
import { ViewProvider } from '../../core/view/view-provider.tsx';
import { useIsCutOff } from '../../header/use-connection-standing.ts';
import { isGathering } from './is-gathering.ts';
import { JoinCorner } from './join-corner.tsx';
import { NowCorner } from './now-corner.tsx';
import { Scene, useOnStage } from './scene.tsx';
import styles from './stage-board.module.css';

interface StageBoardProps {
  readonly opening: InitialState;
  /** True if the person who opened it may see the codes for joining. */
  readonly showsCode: boolean;
}

/** The debate for the whole room: what is in the spotlight or asked, how to join, the speaker and their timer. Without controls. */
export function StageBoard({ opening, showsCode }: StageBoardProps) {
  const store = useOpenedStore(opening, stageTransport);
  useEffect(() => store.connect(), [store]);
  return (
    <BoardProvider value={store}>
      <Readable>
        <ViewProvider>
          <Frame showsCode={showsCode} />
        </ViewProvider>
      </Readable>
    </BoardProvider>
  );
}

function Frame({ showsCode }: Pick<StageBoardProps, 'showsCode'>) {
  const t = useMessages('stage');
  // There are no cards to wait for here.
  useReportFirstCards(true);
  const isLost = useIsCutOff();
  const live = useBoard(({ connection }) => connection.kind);
  const scene = useOnStage();
  const isFilling = useBoard(({ replica }) => isGathering(replica.view)) && scene.kind === 'now';
  return (
    <main className={styles.stage} data-connection={live} data-gathering={isFilling ? '' : undefined}>
      <NowCorner />
      <Scene scene={scene} />
      <JoinCorner showsCode={showsCode} />
      {isLost && (
        <p className={styles.lost} role="status">
          {t('lost')}
        </p>
      )}
    </main>
  );
}
