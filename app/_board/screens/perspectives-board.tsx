'use client';

import { useEffect, useMemo, useState } from 'react';
import { debateAddress } from '#app/_ui/links/debate-address.ts';
import type { InitialState } from '#domain/protocol/initial-state.ts';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { Readable } from '../core/opening/readable.tsx';
import { useOpenedStore } from '../core/opening/use-opened-store.ts';
import { BoardProvider, useBoard } from '../core/store/board-context.tsx';
import { useReportFirstCards } from '../core/view/first-cards.ts';
import { ViewProvider } from '../core/view/view-provider.tsx';
import { comparisonAddress } from '../features/perspectives/comparison-address.ts';
import { ComparisonLists } from '../features/perspectives/comparison-lists.tsx';
import { PerspectiveSelect } from '../features/perspectives/perspective-select.tsx';
import styles from '../features/perspectives/perspectives.module.css';
import { PerspectiveNotes } from '../features/perspectives/perspectives-pane.tsx';
import { SideBySide } from '../features/perspectives/side-by-side.tsx';
import { useComparison } from '../features/perspectives/use-comparison.ts';
import { usePerspectiveName } from '../features/perspectives/use-perspective-name.ts';
import { isExplained, usePerspectives } from '../features/perspectives/use-perspectives.ts';
import { useIsCutOff } from '../header/use-connection-standing.ts';

/** Claims in each list above the whole debate. */
const LISTED = 5;

interface PerspectivesBoardProps {
  readonly opening: InitialState;
  /** The names of the two perspectives. */
  readonly left: string;
  readonly right: string;
}

/** Two perspectives side by side, as an article that is updated while it is read. */
export function PerspectivesBoard({ opening, left, right }: PerspectivesBoardProps) {
  const store = useOpenedStore(opening);
  useEffect(() => store.connect(), [store]);
  return (
    <BoardProvider value={store}>
      <Readable>
        <ViewProvider>
          <Article debateId={opening.debateId} first={[left, right]} />
        </ViewProvider>
      </Readable>
    </BoardProvider>
  );
}

interface ArticleProps {
  readonly debateId: string;
  readonly first: readonly [left: string, right: string];
}

function Article({ debateId, first }: ArticleProps) {
  const t = useMessages('perspectives');
  // There are no cards to wait for here.
  useReportFirstCards(true);
  const nameOf = usePerspectiveName();
  const [[left, right], setNames] = useState(first);
  const asked = useMemo(() => [left, right], [left, right]);
  const perspectives = usePerspectives(asked);
  const [ofLeft, ofRight] = [perspectives.votesOf(left), perspectives.votesOf(right)];
  const comparison = useComparison(ofLeft, ofRight);
  const title = useBoard(({ replica }) => replica.view.head?.title ?? '');
  const motion = useBoard(({ replica }) => replica.view.head?.motion ?? '');
  const connection = useBoard((state) => state.connection.kind);
  const isCutOff = useIsCutOff();
  const choose = (one: string, other: string) => {
    setNames([one, other]);
    window.history.replaceState(window.history.state, '', comparisonAddress(debateId, one, other));
  };
  const names = [nameOf(left), nameOf(right)] as const;
  return (
    <main id="debate" className={styles.page} data-connection={connection}>
      <nav>
        <a href={debateAddress(debateId)}>{t('toDebate')}</a>
      </nav>
      <header>
        <p className={styles.soft} dir="auto">
          {title}
        </p>
        <h1>{t('title')}</h1>
        <p className={styles.motion} dir="auto">
          {motion}
        </p>
        <p className={styles.compared} dir="auto">
          {t('compared', { left: names[0], right: names[1] })}
        </p>
        {isCutOff && <p role="status">{t('lost')}</p>}
      </header>
      <div className={styles.choices}>
        <PerspectiveSelect
          label={t('see')}
          known={perspectives.known}
          value={left}
          onChoose={(name) => choose(name, right)}
        />
        <PerspectiveSelect
          label={t('beside')}
          known={perspectives.known}
          value={right}
          onChoose={(name) => choose(left, name)}
        />
      </div>
      <PerspectiveNotes perspectives={perspectives} />
      {comparison === null || ofLeft === null || ofRight === null ? (
        !isExplained(perspectives.known) && <p>{t('nothing')}</p>
      ) : (
        <>
          <div className={styles.columns}>
            <ComparisonLists
              comparison={comparison}
              names={names}
              most={LISTED}
              lacksOwnVotes={perspectives.lacksOwnVotes}
            />
          </div>
          <SideBySide left={ofLeft} right={ofRight} names={names} />
        </>
      )}
    </main>
  );
}
