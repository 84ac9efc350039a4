'use client';

import { useEffect } from 'react';
import { debateAddress } from '#app/_ui/links/debate-address.ts';
import type { InitialState } from '#domain/protocol/initial-state.ts';
import { joinClasses } from '../../_ui/join-classes.ts';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { Readable } from '../core/opening/readable.tsx';
import { useOpenedStore } from '../core/opening/use-opened-store.ts';
import { BoardProvider, useBoard } from '../core/store/board-context.tsx';
import { StrengthProvider } from '../core/strength/strength-context.tsx';
import { useReportFirstCards } from '../core/view/first-cards.ts';
import { ViewProvider } from '../core/view/view-provider.tsx';
import styles from '../features/analysis/analysis.module.css';
import { OpinionsProvider } from '../features/analysis/opinions/opinions-context.tsx';
import { SECTIONS } from '../features/analysis/sections.ts';
import { StandingProvider } from '../features/analysis/standing-context.tsx';
import { useIsCutOff } from '../header/use-connection-standing.ts';

/** Analysis of a debate's votes and links, as an article that is updated while it is read. */
export function AnalysisBoard({ opening }: { opening: InitialState }) {
  const store = useOpenedStore(opening);
  useEffect(() => store.connect(), [store]);
  return (
    <BoardProvider value={store}>
      <Readable>
        <ViewProvider>
          <StrengthProvider>
            <StandingProvider>
              <OpinionsProvider debateId={opening.debateId}>
                <Article debateId={opening.debateId} />
              </OpinionsProvider>
            </StandingProvider>
          </StrengthProvider>
        </ViewProvider>
      </Readable>
    </BoardProvider>
  );
}

function Article({ debateId }: { debateId: string }) {
  const t = useMessages('analysis');
  // There are no cards to wait for here.
  useReportFirstCards(true);
  const title = useBoard(({ replica }) => replica.view.head?.title ?? '');
  const motion = useBoard(({ replica }) => replica.view.head?.motion ?? '');
  const connection = useBoard((state) => state.connection.kind);
  const isCutOff = useIsCutOff();
  return (
    <main id="debate" className={styles.page} data-connection={connection}>
      <nav className={styles.ways}>
        <a href={debateAddress(debateId)}>{t('toDebate')}</a>
        <a href={`${debateAddress(debateId)}/perspectives`}>{t('perspectives')}</a>
      </nav>
      <header className={styles.head}>
        <p className={styles.kicker} dir="auto">
          {title}
        </p>
        <h1>{t('title')}</h1>
        <p className={styles.motion} dir="auto">
          {motion}
        </p>
        {isCutOff && (
          <p className={styles.soft} role="status">
            {t('lost')}
          </p>
        )}
        <nav className={styles.contents} aria-label={t('contents')}>
          {SECTIONS.map(({ id }) => (
            <a key={id} href={`#${id}`}>
              {t(id)}
            </a>
          ))}
        </nav>
      </header>
      {SECTIONS.map(({ id, Section }) => (
        <section
          key={id}
          id={id}
          className={joinClasses(styles.section, styles.part)}
          aria-labelledby={`${id}-title`}
        >
          <h2 id={`${id}-title`}>{t(id)}</h2>
          <Section />
        </section>
      ))}
    </main>
  );
}
