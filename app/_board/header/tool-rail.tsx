'use client';

import type { ReactNode } from 'react';
import { Button } from '../../_ui/button/button.tsx';
import {
  BallotIcon,
  BookIcon,
  ChartIcon,
  ConclusionIcon,
  HistoryIcon,
  QuestionIcon,
  TasksIcon,
  TimerIcon,
} from '../../_ui/icons.tsx';
import { lazyComponent } from '../../_ui/lazy-component.ts';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { useActor, useIsModerator, useMay } from '../core/claims/use-claim.ts';
import { useLetterKeys } from '../core/keys/letter-keys.ts';
import { useBoard } from '../core/store/board-context.tsx';
import { useNarrow } from '../core/view/use-narrow.ts';
import { useViewPart } from '../core/view/view-provider.tsx';
import { useViewActs } from '../core/view/view-state.tsx';
import { useHasConclusion } from '../features/conclusion/use-conclusion.ts';
import { BellButton } from '../features/notifications/bell-button.tsx';
import { HistoryButtons } from './history-buttons.tsx';
import { ManageButton } from './manage-button.tsx';
import styles from './tool-rail.module.css';
import { useIsToolBehind, useToggleTools } from './use-toggle-tools.ts';

const NewsButton = lazyComponent(() => import('../features/unread/unread-button.tsx'));

interface ToolRailProps {
  readonly onNoteSettings: () => void;
  /** `null` unless the viewer is a moderator. */
  readonly onManage: (() => void) | null;
}

/** The board's tools as a column of icons on its left, with names if there is room; on a phone they are in the More menu. */
export function ToolRail({ onNoteSettings, onManage }: ToolRailProps) {
  const t = useMessages('board');
  const facilitate = useMessages('facilitate');
  const history = useMessages('history');
  const questions = useMessages('questions');
  const tasks = useMessages('tasks');
  const conclusion = useMessages('conclusion');
  const evidence = useMessages('evidence');
  const guided = useMessages('guided');
  const isSteering = useIsModerator();
  const hasTasks = useBoard(({ replica }) => replica.view.tasks.size > 0);
  const takesPart = useActor() !== null;
  const narrow = useNarrow();
  const knowsSeen = useBoard(({ seen }) => seen !== null);
  const canUndo = useBoard(({ undo }) => undo.undo.length + undo.redo.length > 0);
  const mayAdd = useMay('claim.add');
  const mayVote = useMay('vote.cast');
  const isVoting = useViewPart((parts) => parts.guided !== null);
  const isFacilitating = useViewPart((parts) => parts.facilitating);
  const isReading = useViewPart((parts) => parts.reading !== null);
  const isAnalysing = useViewPart((parts) => parts.analysing);
  const isBehind = useIsToolBehind();
  const listing = useViewPart((parts) => parts.listing);
  const hasConclusion = useHasConclusion();
  const {
    toggleConsole,
    toggleSources,
    toggleAnalysis,
    toggleHistory,
    toggleNews,
    toggleQuestions,
    toggleTasks,
    toggleConclusion,
  } = useToggleTools();
  const { toggleGuided } = useViewActs();
  return (
    // biome-ignore lint/a11y/useSemanticElements: buttons beside the debate, not a form.
    <div role="group" className={styles.rail} aria-label={t('tools')}>
      {mayVote && (
        <Tool label={guided('title')} keys="G" isOpen={isVoting} onClick={toggleGuided}>
          <BallotIcon />
        </Tool>
      )}
      <Tool label={evidence('open')} keys="B" isOpen={isReading && !isBehind} onClick={toggleSources}>
        <BookIcon />
      </Tool>
      <Tool label={t('analysis')} keys="V" isOpen={isAnalysing && !isBehind} onClick={toggleAnalysis}>
        <ChartIcon />
      </Tool>
      <Tool label={history('open')} isOpen={listing === 'history' && !isBehind} onClick={toggleHistory}>
        <HistoryIcon />
      </Tool>
      <Tool
        label={questions('title')}
        isOpen={listing === 'questions' && !isBehind}
        onClick={toggleQuestions}
      >
        <QuestionIcon />
      </Tool>
      {(hasTasks || isSteering) && (
        <Tool label={tasks('title')} isOpen={listing === 'tasks' && !isBehind} onClick={toggleTasks}>
          <TasksIcon />
        </Tool>
      )}
      {hasConclusion && (
        <Tool
          label={conclusion('title')}
          isOpen={listing === 'conclusion' && !isBehind}
          onClick={toggleConclusion}
        >
          <ConclusionIcon />
        </Tool>
      )}
      {!narrow && (
        // It comes after the board's first answer: its room is kept, or a click on a tool below it would miss.
        <div className={takesPart ? styles.room : undefined}>
          {knowsSeen && <NewsButton className={styles.tool} nameClass={styles.name} onOpen={toggleNews} />}
        </div>
      )}
      {takesPart && (
        <BellButton className={styles.tool} nameClass={styles.name} onSettings={onNoteSettings} />
      )}
      {isSteering && (
        <Tool
          label={facilitate('open')}
          keys="P"
          isOpen={isFacilitating && !isBehind}
          onClick={toggleConsole}
        >
          <TimerIcon />
        </Tool>
      )}
      {onManage && <ManageButton className={styles.tool} nameClass={styles.name} onClick={onManage} />}
      {takesPart && (mayAdd || canUndo) && (
        <div className={styles.end}>
          <HistoryButtons className={styles.tool} nameClass={styles.name} />
        </div>
      )}
    </div>
  );
}

interface ToolProps {
  readonly label: string;
  /** Keyboard shortcut, shown in the tooltip unless the viewer has turned off single letters. */
  readonly keys?: string;
  /** True if what it toggles is open. */
  readonly isOpen?: boolean;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

function Tool({ label, keys, isOpen, onClick, children }: ToolProps) {
  const works = useLetterKeys() ? keys : undefined;
  return (
    <Button
      look="quiet"
      size="small"
      className={styles.tool}
      aria-label={label}
      title={works ? `${label} (${works})` : label}
      aria-keyshortcuts={works?.toLowerCase()}
      aria-expanded={isOpen}
      onClick={onClick}
    >
      {children}
      <span className={styles.name} aria-hidden="true">
        {label}
      </span>
    </Button>
  );
}
