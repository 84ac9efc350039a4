'use client';

import { useState } from 'react';
import { Button } from '#app/_ui/button/button.tsx';
import { ButtonLink } from '#app/_ui/button/button-link.tsx';
import { copyText } from '#app/_ui/copy-text.ts';
import { joinClasses } from '#app/_ui/join-classes.ts';
import { lazyComponent } from '#app/_ui/lazy-component.ts';
import { debateAddress } from '#app/_ui/links/debate-address.ts';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { useReaderTime } from '#app/_ui/time/use-reader-time.ts';
import { useHydrated } from '#app/_ui/use-hydrated.ts';
import { VisuallyHidden } from '#app/_ui/visually-hidden.tsx';
import { countShownClaims } from '#domain/debate/claims/shown-claims.ts';
import type { InitialState } from '#domain/protocol/initial-state.ts';
import { useAnnounce } from '../../core/announcing/announce-context.tsx';
import { useCaughtFocus } from '../../core/focus/use-caught-focus.ts';
import { useStrayKeys } from '../../core/focus/use-stray-keys.ts';
import { useOpenedStore } from '../../core/opening/use-opened-store.ts';
import { BoardProvider, useBoard, useBoardStore } from '../../core/store/board-context.tsx';
import boardStyles from '../../core/view/board.module.css';
import { useViewPart } from '../../core/view/view-provider.tsx';
import { SearchBar } from '../../features/search/search-bar.tsx';
import headerStyles from '../../header/header.module.css';
import { ViewSwitch } from '../../header/view-switch.tsx';
import { ReplayProvider } from '../../map/layout/replay-context.ts';
import { MapOrOutline } from '../map-or-outline.tsx';
import { OnlyRead } from '../only-read.tsx';
import styles from './past.module.css';
import { TimeBar } from './time-bar.tsx';
import { type ShownMoment, usePast } from './use-past.ts';
import { useReplayOf } from './use-replay-of.ts';

const SidePanel = lazyComponent(async () => ({
  default: (await import('../../panel/side-panel.tsx')).SidePanel,
}));
const ExportDialog = lazyComponent(() => import('../../features/export/export-dialog.tsx'));

interface PastBoardProps {
  readonly opening: InitialState;
  readonly moment: ShownMoment;
  /** Times to step through, ascending; the last is the present. */
  readonly times: readonly number[];
  /** Number of entries from each time to the next. */
  readonly counts: readonly number[];
}

/** A debate at a moment of the past: the same map and outline, read-only, with controls to move through time. */
export function PastBoard({ opening, moment, times, counts }: PastBoardProps) {
  const store = useOpenedStore(opening, null);
  return (
    <BoardProvider value={store}>
      <OnlyRead>
        <Frame moment={moment} times={times} counts={counts} />
      </OnlyRead>
    </BoardProvider>
  );
}

function Frame({ moment, times, counts }: Omit<PastBoardProps, 'opening'>) {
  const site = useMessages('site');
  const view = useViewPart((parts) => parts.view);
  const selected = useViewPart((parts) => parts.selected);
  const search = useViewPart((parts) => parts.search);
  const title = useBoard(({ replica }) => replica.view.head?.title ?? '');
  const motion = useBoard(({ replica }) => replica.view.head?.motion);
  const store = useBoardStore();
  const past = usePast(store, moment);
  const [isPlaying, setPlaying] = useState(false);
  const replay = useReplayOf(store, moment, times);
  const hydrated = useHydrated();
  useCaughtFocus();
  useStrayKeys();
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
      <header className={joinClasses(headerStyles.bar, styles.header)}>
        <a className={headerStyles.brand} href="/" title={site('home')}>
          {site('product')}
        </a>
        <p className={headerStyles.title} dir="auto" title={title}>
          {title}
        </p>
        <ViewSwitch />
      </header>
      <Banner
        shown={past.shown}
        failed={past.failed}
        isNow={past.shown.at >= (times.at(-1) ?? 0)}
        isPlaying={isPlaying}
      />
      <TimeBar past={past} times={times} counts={counts} onPlaying={setPlaying} />
      <div className={boardStyles.middle} data-panel={selected ? '' : undefined}>
        {search && <SearchBar />}
        <main
          id="debate"
          className={boardStyles.stage}
          tabIndex={-1}
          data-view={view}
          data-moment={past.shown.seq}
          data-awaits={past.awaited === null ? undefined : ''}
        >
          {view === 'map' && <h1 className={boardStyles.spoken}>{motion}</h1>}
          <ReplayProvider value={replay}>
            <MapOrOutline branch={undefined} after={undefined} />
          </ReplayProvider>
        </main>
        {selected && <SidePanel fallback={<aside className={boardStyles.panelPlaceholder} />} />}
      </div>
    </div>
  );
}

interface BannerProps {
  readonly shown: ShownMoment;
  readonly failed: boolean;
  readonly isNow: boolean;
  /** True while moments follow each other by themselves: screen readers hear the one at which that ends. */
  readonly isPlaying: boolean;
}

/** Says that this is the past, and when; with a link back to the present. */
function Banner({ shown, failed, isNow, isPlaying }: BannerProps) {
  const t = useMessages('history');
  const exporting = useMessages('exporting');
  const { moment } = useReaderTime();
  const announce = useAnnounce();
  const [exports, setExports] = useState(false);
  const debateId = useBoard((state) => state.debateId);
  const claims = useBoard(({ replica }) => countShownClaims(replica.view));
  const selected = useViewPart((parts) => parts.selected);
  const address = debateAddress(debateId);
  const open = selected ? `#${selected.id}` : '';
  const copy = async () => {
    const link = `${window.location.origin}${address}/history?at=${shown.at}${open}`;
    announce((await copyText(link)) ? t('copied') : t('copyManual', { link }));
  };
  const time = moment(shown.at);
  return (
    <div className={styles.banner}>
      <p className={styles.when}>
        <strong>{isNow ? t('asItIs') : t('asItWas', { time })}</strong>
        <span className={styles.hint}>{t('hint')}</span>
      </p>
      <VisuallyHidden>
        <span role="status">{failed ? t('failed') : !isPlaying && t('said', { time, claims })}</span>
      </VisuallyHidden>
      {failed && <p className={styles.failed}>{t('failed')}</p>}
      <div className={styles.acts}>
        <Button look="quiet" onClick={copy}>
          {t('copy')}
        </Button>
        <Button look="quiet" onClick={() => setExports(true)}>
          {exporting('open')}
        </Button>
        <ButtonLink href={`${address}${open}`}>{t('toNow')}</ButtonLink>
      </div>
      {exports && <ExportDialog at={shown.at} onClose={() => setExports(false)} />}
    </div>
  );
}
