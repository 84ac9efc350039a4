'use client';

import { type ReactNode, useEffect } from 'react';
import type { QuietEnd } from '#domain/debate/settings/quiet.ts';
import { lazyComponent } from '../../_ui/lazy-component.ts';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { useHydrated } from '../../_ui/use-hydrated.ts';
import { isOut, useIsModerator } from '../core/claims/use-claim.ts';
import { useCaughtFocus } from '../core/focus/use-caught-focus.ts';
import { useStrayClicks } from '../core/focus/use-stray-clicks.ts';
import { useStrayKeys } from '../core/focus/use-stray-keys.ts';
import { useSaveBoard } from '../core/offline/use-save-board.ts';
import { useBoard } from '../core/store/board-context.tsx';
import styles from '../core/view/board.module.css';
import { PaneStatusProvider } from '../core/view/pane-status.ts';
import { PartBoundary } from '../core/view/part-boundary.tsx';
import { useNarrow } from '../core/view/use-narrow.ts';
import { useViewPart } from '../core/view/view-provider.tsx';
import { useViewActs } from '../core/view/view-state.tsx';
import { useShownConclusion } from '../features/conclusion/use-conclusion.ts';
import { useFollow } from '../features/follow/follow-context.tsx';
import { GuidedSheet } from '../features/guided-voting/guided-sheet.tsx';
import { useLeaveWhenShutOut } from '../features/joining/use-leave-when-shut-out.ts';
import { useSendPresence } from '../features/people/use-send-presence.ts';
import { useGoOnWriting } from '../features/rejections/use-go-on-writing.ts';
import { useGuardSentence } from '../features/rejections/use-guard-sentence.ts';
import { useWarnUnsent } from '../features/rejections/use-warn-unsent.ts';
import { SearchBar } from '../features/search/search-bar.tsx';
import { useLeads } from '../features/spotlight/use-leads.ts';
import { BoardHeader } from '../header/board-header.tsx';
import { ConnectionStatus } from '../header/connection-status.tsx';
import { StatusNote } from '../header/status-note.tsx';
import { ViewSwitch } from '../header/view-switch.tsx';
import { StripWhenOn } from './strip-when-on.tsx';
import { useFetchParts } from './use-fetch-parts.ts';

const SidePanel = lazyComponent(async () => ({
  default: (await import('../panel/side-panel.tsx')).SidePanel,
}));
const RefusedTray = lazyComponent(async () => ({
  default: (await import('../features/rejections/refused-tray.tsx')).RefusedTray,
}));
const RefusedConnection = lazyComponent(() => import('../header/refused-connection.tsx'));
const PersonNotices = lazyComponent(() => import('./person-notices.tsx'));
const Console = lazyComponent(() => import('../facilitate/console.tsx'));
const Library = lazyComponent(() => import('../features/evidence/library.tsx'));
const AnalysisPane = lazyComponent(async () =>
  (await import('../features/analysis/load-pane.ts')).loadPane(),
);
const ActivityPane = lazyComponent(() => import('../features/activity/activity-pane.tsx'));
const QuestionsPane = lazyComponent(() => import('../features/questions/questions-pane.tsx'));
const TasksPane = lazyComponent(() => import('../features/tasks/tasks-pane.tsx'));
const ConclusionPane = lazyComponent(() => import('../features/conclusion/conclusion-pane.tsx'));
const ConclusionStrip = lazyComponent(() => import('../features/conclusion/conclusion-strip.tsx'));
const PerspectivesPane = lazyComponent(async () =>
  (await import('../features/perspectives/load-parts.ts')).loadPerspectivesPane(),
);
const PerspectiveStrip = lazyComponent(async () =>
  (await import('../features/perspectives/load-parts.ts')).loadPerspectiveStrip(),
);
const NewsPane = lazyComponent(() => import('../features/unread/unread-pane.tsx'));
const GuidedVoting = lazyComponent<{ status: ReactNode }>(
  () => import('../features/guided-voting/guided-voting.tsx'),
);
const FollowSign = lazyComponent(() => import('../features/follow/follow-sign.tsx'));
const Lead = lazyComponent(() => import('../features/spotlight/lead.tsx'));

/** The same element each time: a pane does not render again for it. */
const CONNECTION = <ConnectionStatus />;
const TOOL_PLACEHOLDER = <aside className={styles.panelPlaceholder} data-tool="" />;

/** The page around the debate. */
export function BoardFrame({
  quietEnd = null,
  children,
}: {
  readonly quietEnd?: QuietEnd | null;
  readonly children: ReactNode;
}) {
  const site = useMessages('site');
  const board = useMessages('board');
  const acts = useViewActs();
  const view = useViewPart((parts) => parts.view);
  const selected = useViewPart((parts) => parts.selected);
  const search = useViewPart((parts) => parts.search);
  const facilitating = useViewPart((parts) => parts.facilitating);
  const leads = useLeads();
  const isReading = useViewPart((parts) => parts.reading !== null);
  const isAnalysing = useViewPart((parts) => parts.analysing);
  const listing = useViewPart((parts) => parts.listing);
  const front = useViewPart((parts) => parts.front);
  const guided = useViewPart((parts) => parts.guided !== null);
  const hasPerspective = useViewPart((parts) => parts.perspective !== null);
  const isModerator = useIsModerator();
  const isSomebody = useBoard(({ replica, standing }) => replica.participantId !== null || standing !== null);
  const refused = useBoard((state) => state.refused.length > 0);
  const isRefused = useBoard(({ connection }) => connection.kind === 'refused');
  const isWriting = useViewPart((parts) => parts.writing !== null);
  const narrow = useNarrow();
  const hasTool = (facilitating && isModerator) || isReading || isAnalysing || listing !== null;
  const tool = hasTool && `${isAnalysing} ${isReading} ${listing}`;
  const inSheet = narrow && (selected !== null || hasTool || guided);
  const hasConclusion = useShownConclusion() !== null;
  const { following } = useFollow();
  const hydrated = useHydrated();
  useEffect(() => {
    // Closed for good: with the role given back it would open by itself, and Back would close what isn't there.
    if (facilitating && !isModerator) acts.facilitate(false);
  }, [facilitating, isModerator, acts]);
  // A tool and guided voting cover the header on a phone.
  const connection = narrow && CONNECTION;
  useCaughtFocus();
  useStrayKeys();
  useStrayClicks();
  useGuardSentence();
  useSendPresence();
  useWarnUnsent();
  useGoOnWriting();
  useLeaveWhenShutOut();
  const closeTool = () => {
    acts.facilitate(false);
    acts.analyse(false);
    acts.list(null);
    acts.readSources(null);
  };
  return (
    <div
      className={styles.board}
      data-board=""
      data-view={view}
      data-hydrated={hydrated ? '' : undefined}
      data-sheet={inSheet ? '' : undefined}
      data-writing={isWriting ? '' : undefined}
    >
      <a className={styles.skip} href="#debate">
        {site('skip')}
      </a>
      <BoardHeader />
      {isRefused && <RefusedConnection />}
      {isSomebody && <PersonNotices />}
      <StatusNote quietEnd={quietEnd} />
      <StripWhenOn />
      {leads && <Lead />}
      {hasConclusion && view === 'map' && listing !== 'conclusion' && <ConclusionStrip />}
      {hasPerspective && <PerspectiveStrip />}
      <div
        className={styles.middle}
        data-panel={selected ? '' : undefined}
        data-front={selected && hasTool ? front : undefined}
        data-covered={guided ? '' : undefined}
      >
        {guided && (
          <PartBoundary shows="guided" way={{ label: board('closePart'), act: () => acts.guide(null) }}>
            <GuidedVoting status={connection} fallback={<GuidedSheet bar={connection} />} />
          </PartBoundary>
        )}
        <PaneStatusProvider value={connection}>
          <PartBoundary shows={tool} way={{ label: board('closePart'), act: closeTool }}>
            {facilitating && isModerator && <Console fallback={TOOL_PLACEHOLDER} />}
            {isReading && <Library fallback={TOOL_PLACEHOLDER} />}
            {isAnalysing && <AnalysisPane fallback={TOOL_PLACEHOLDER} />}
            {listing === 'history' && <ActivityPane fallback={TOOL_PLACEHOLDER} />}
            {listing === 'questions' && <QuestionsPane fallback={TOOL_PLACEHOLDER} />}
            {listing === 'tasks' && <TasksPane fallback={TOOL_PLACEHOLDER} />}
            {listing === 'conclusion' && <ConclusionPane fallback={TOOL_PLACEHOLDER} />}
            {listing === 'perspectives' && <PerspectivesPane fallback={TOOL_PLACEHOLDER} />}
            {listing === 'news' && <NewsPane fallback={TOOL_PLACEHOLDER} />}
          </PartBoundary>
        </PaneStatusProvider>
        {refused && <RefusedTray />}
        {search && <SearchBar />}
        <Main view={view} inert={guided}>
          {children}
        </Main>
        {narrow && <ViewSwitch />}
        {following !== null && <FollowSign />}
        <PartBoundary shows={selected} way={{ label: board('closePart'), act: () => acts.select(null) }}>
          {selected && <SidePanel fallback={<aside className={styles.panelPlaceholder} />} />}
        </PartBoundary>
      </div>
    </div>
  );
}

/**
 * The debate itself; `data-*` show how far it is in sync with the server. They change with every key someone types, and nothing else
 * should render again with them.
 */
function Main({ view, inert, children }: { view: 'map' | 'outline'; inert: boolean; children: ReactNode }) {
  const seq = useBoard(({ replica }) => replica.confirmed.seq);
  const pending = useBoard(({ replica }) => replica.pending.length);
  const connection = useBoard((state) => state.connection.kind);
  const joined = useBoard((state) => state.replica.participantId !== null && !isOut(state));
  const motion = useBoard(({ replica }) => replica.view.head?.motion);
  const whole = useFetchParts();
  useSaveBoard(whole);
  return (
    <main
      id="debate"
      className={styles.stage}
      tabIndex={-1}
      inert={inert}
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
