'use client';

import type { RefObject } from 'react';
import { debateAddress } from '#app/_ui/links/debate-address.ts';
import { suggestionsAbout } from '#domain/debate/suggestions/open-suggestions.ts';
import type { MenuItem } from '../../_ui/dialogs/menu.tsx';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { toggleTheme } from '../../_ui/theme/toggle-theme.ts';
import { mayNow } from '../core/claims/use-claim.ts';
import { useOpenClaimDialog } from '../core/commands/claim-dialog.ts';
import { useBoard, useBoardStore } from '../core/store/board-context.tsx';
import { useNarrow } from '../core/view/use-narrow.ts';
import { useViewActs } from '../core/view/view-state.tsx';
import { NEW_SEARCH } from '../features/search/refine-search.ts';
import { useUndoRedo } from './use-undo-redo.ts';

const INBOX = '/inbox';

/** Callbacks that open the header's dialogs and tools. */
export interface HeaderActs {
  readonly onShare: () => void;
  readonly onExport: () => void;
  readonly onPrint: () => void;
  readonly onHistory: () => void;
  readonly onPeople: () => void;
  readonly onSources: () => void;
  readonly onAnalyse: () => void;
  readonly onNews: () => void;
  readonly onQuestions: () => void;
  readonly onTasks: () => void;
  /** `null` if there is no conclusion to read, and the viewer can't begin one. */
  readonly onConclusion: (() => void) | null;
  readonly onNext: () => void;
  readonly onKeys: () => void;
  /** `null` if the viewer hasn't joined. */
  readonly onNotes: (() => void) | null;
  /** `null` unless the viewer is a moderator, as are the next two. */
  readonly onFacilitate: (() => void) | null;
  readonly onManage: (() => void) | null;
  readonly onQueue: (() => void) | null;
}

/** Numbers of what is new or waiting, shown in the More menu where the tools beside the board are not. */
export interface MenuCounts {
  /** Unread notifications. */
  readonly unread: number;
  /** Items in a moderator's queue. */
  readonly waiting: number;
  /** Changes by others since the viewer's last visit. */
  readonly news: number;
}

export const NO_COUNTS: MenuCounts = { unread: 0, waiting: 0, news: 0 };

/** Commands for the whole debate: `menu` for the More menu, `all` for the palette. */
export function useBoardCommands(
  acts: HeaderActs,
  counts: RefObject<MenuCounts>,
): { menu(): MenuItem[]; all(): MenuItem[] } {
  const t = useMessages('board');
  const manage = useMessages('manage');
  const facilitate = useMessages('facilitate');
  const controls = useMessages('controls');
  const exporting = useMessages('exporting');
  const evidence = useMessages('evidence');
  const guided = useMessages('guided');
  const history = useMessages('history');
  const questions = useMessages('questions');
  const tasks = useMessages('tasks');
  const conclusion = useMessages('conclusion');
  const notes = useMessages('notifications');
  const palette = useMessages('palette');
  const suggestions = useMessages('suggestions');
  const undoOrRedo = useUndoRedo();
  const store = useBoardStore();
  const openDialog = useOpenClaimDialog();
  const { show, setOverview, seek, toggleGuided, list } = useViewActs();
  const debateId = useBoard((state) => state.debateId);
  const hasTasks = useBoard(({ replica }) => replica.view.tasks.size > 0);
  const hasMet = useBoard(({ replica }) => replica.view.meetings.size > 0);
  const narrow = useNarrow();
  const { onNotes, onConclusion, onFacilitate, onManage, onQueue } = acts;
  const toInbox = () => window.location.assign(INBOX);
  const toMeetings = () => window.location.assign(`${debateAddress(debateId)}/meetings`);

  const next: MenuItem = { id: 'next', label: palette('next'), keys: 'N', act: acts.onNext };

  /** Commands that have buttons in a wide header. */
  const wide = (): MenuItem[] => [
    { id: 'share', label: t('share'), act: acts.onShare },
    ...(mayNow(store.state(), 'vote.cast')
      ? [{ id: 'guided', label: guided('title'), keys: 'G', act: toggleGuided }]
      : []),
    { id: 'history', label: history('open'), act: acts.onHistory },
    { id: 'questions', label: questions('title'), act: acts.onQuestions },
    ...(hasTasks || onFacilitate ? [{ id: 'tasks', label: tasks('title'), act: acts.onTasks }] : []),
    ...(onConclusion ? [{ id: 'conclusion', label: conclusion('title'), act: onConclusion }] : []),
    { id: 'people', label: t('hereTitle'), act: acts.onPeople },
    { id: 'sources', label: evidence('open'), keys: 'B', act: acts.onSources },
    { id: 'news', label: t('newsWith', { news: counts.current.news }), act: acts.onNews },
    ...(onNotes
      ? [{ id: 'inbox', label: notes('inbox', { unread: counts.current.unread }), act: toInbox }]
      : []),
    { id: 'analysis', label: t('analysis'), keys: 'V', act: acts.onAnalyse },
    { id: 'perspectives', label: t('perspectives'), act: () => list('perspectives') },
    ...(onFacilitate ? [{ id: 'facilitate', label: facilitate('open'), keys: 'P', act: onFacilitate }] : []),
    ...(onManage
      ? [{ id: 'manage', label: manage('openWith', { waiting: counts.current.waiting }), act: onManage }]
      : []),
    { id: 'undo', label: t('undo'), keys: 'Ctrl Z', act: () => undoOrRedo('undo') },
    { id: 'redo', label: t('redo'), keys: 'Ctrl Shift Z', act: () => undoOrRedo('redo') },
  ];
  /** Empty if there are no suggestions. */
  const suggested = (): MenuItem[] => {
    const { view, participantId } = store.state().replica;
    if (view.suggestions.size === 0) return [];
    const { toAnswer, others, own } = suggestionsAbout(view, participantId);
    const waiting = toAnswer.length + others.length;
    if (waiting + own.length === 0) return [];
    const label = suggestions('open', { waiting });
    return [{ id: 'suggestions', label, act: () => openDialog({ kind: 'suggestions' }) }];
  };
  const seldom = (): MenuItem[] => [
    { id: 'export', label: exporting('open'), act: acts.onExport },
    { id: 'print', label: exporting('print'), act: acts.onPrint },
    ...(hasMet ? [{ id: 'meetings', label: t('meetings'), act: toMeetings }] : []),
    ...(onNotes ? [{ id: 'notes', label: notes('title'), act: onNotes }] : []),
    { id: 'theme', label: controls('theme'), act: toggleTheme },
    ...(narrow ? [] : [{ id: 'keys', label: t('keys'), keys: '?', act: acts.onKeys }]),
  ];
  const views = (): MenuItem[] => [
    { id: 'map', label: palette('map'), keys: 'M', act: () => show('map') },
    { id: 'outline', label: palette('outline'), keys: 'O', act: () => show('outline') },
    {
      id: 'overview',
      label: palette('overview'),
      act: () => {
        show('map');
        setOverview(true);
      },
    },
    { id: 'search', label: palette('search'), keys: '/', act: () => seek(NEW_SEARCH) },
    next,
    ...(onQueue ? [{ id: 'queue', label: palette('queue'), keys: 'Q', act: onQueue }] : []),
  ];
  /** A phone has neither the key nor the palette for the next new item. */
  const onPhone = () => (narrow ? [...(counts.current.news > 0 ? [next] : []), ...wide()] : []);
  const withoutKeys = ({ id, label, act }: MenuItem): MenuItem => ({ id, label, act });
  return {
    menu: () => [...suggested(), ...onPhone(), ...seldom()].map(withoutKeys),
    all: () => [...views(), ...suggested(), ...wide(), ...seldom()],
  };
}
