'use client';

import { type RefObject, useEffect, useRef, useState } from 'react';
import type { DebateState } from '#domain/debate/engine/state.ts';
import { Button } from '../../_ui/button/button.tsx';
import type { MenuItem } from '../../_ui/dialogs/menu.tsx';
import { MenuButton } from '../../_ui/dialogs/menu-button.tsx';
import { MoreIcon } from '../../_ui/icons.tsx';
import { lazyComponent } from '../../_ui/lazy-component.ts';
import { NOTIFICATIONS } from '../../_ui/links/debate-address.ts';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { VisuallyHidden } from '../../_ui/visually-hidden.tsx';
import { useAnnounce } from '../core/announcing/announce-context.tsx';
import { useActor, useIsModerator } from '../core/claims/use-claim.ts';
import { useAfterJoining } from '../core/commands/join-context.tsx';
import { useNames } from '../core/people/use-called.ts';
import { useIsDebateOpen } from '../core/status/use-is-debate-open.ts';
import { useBoard } from '../core/store/board-context.tsx';
import { takeParameter } from '../core/view/take-parameter.ts';
import { useNarrow } from '../core/view/use-narrow.ts';
import { useViewActs } from '../core/view/view-state.tsx';
import { useHasConclusion } from '../features/conclusion/use-conclusion.ts';
import { useGoToNext } from '../features/unread/use-go-to-next.ts';
import { ConnectionStatus } from './connection-status.tsx';
import styles from './header.module.css';
import { PeopleHere } from './people/people-here.tsx';
import { ToolRail } from './tool-rail.tsx';
import { type MenuCounts, NO_COUNTS, useBoardCommands } from './use-board-commands.ts';
import { useBoardKeys } from './use-board-keys.ts';
import { useToggleTools } from './use-toggle-tools.ts';
import { ViewSwitch } from './view-switch.tsx';

const ShareDialog = lazyComponent(() => import('./share-dialog.tsx'));
const PeopleDialog = lazyComponent(() => import('./people/people-dialog.tsx'));
const ManageDialog = lazyComponent(() => import('../manage/manage-dialog.tsx'));
const ExportDialog = lazyComponent(() => import('../features/export/export-dialog.tsx'));
const NotesDialog = lazyComponent(() => import('../features/notifications/notification-settings-dialog.tsx'));
const CommandPalette = lazyComponent(() => import('./command-palette.tsx'));
const InviteStrip = lazyComponent<{ onShare: () => void }>(() => import('./invite-strip.tsx'));
const KeysDialog = lazyComponent(() => import('./keys-dialog.tsx'));
const MoreLabel = lazyComponent<{ counts: RefObject<MenuCounts> }>(() => import('./more-label.tsx'));

/**
 * One line above the board: the debate's title, the connection, who is here, and the most important action; and the tools beside the
 * board.
 */
export function BoardHeader() {
  const t = useMessages('board');
  const site = useMessages('site');
  const isModerator = useIsModerator();
  const narrow = useNarrow();
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
  const hasConclusion = useHasConclusion();
  const { facilitate } = useViewActs();
  const title = useBoard(({ replica }) => replica.view.head?.title ?? '');
  const [dialog, setDialog] = useState<
    'share' | 'export' | 'print' | 'keys' | 'people' | 'manage' | 'queue' | 'notes' | 'palette' | null
  >(null);
  const takesPart = useActor() !== null;
  const close = () => setDialog(null);
  useRefuseNotes(dialog === 'notes' && !takesPart, close);
  // Emails and the inbox link to a debate's notification settings.
  useEffect(() => {
    if (takeParameter(NOTIFICATIONS) !== null) setDialog('notes');
  }, []);
  const invites = useBoard(({ replica }) => awaitsOthers(replica.view)) && isModerator;
  const onNext = useGoToNext();
  const onQueue = () => isModerator && setDialog('queue');
  const onManage = isModerator ? () => setDialog('manage') : null;
  useBoardKeys({
    onHelp: () => setDialog('keys'),
    onQueue,
    onFacilitate: () => isModerator && toggleConsole(),
    onNext,
    onPalette: () => setDialog('palette'),
  });
  const counts = useRef(NO_COUNTS);
  const acts = {
    onShare: () => setDialog('share'),
    onExport: () => setDialog('export'),
    onPrint: () => setDialog('print'),
    onHistory: toggleHistory,
    onPeople: () => setDialog('people'),
    onSources: toggleSources,
    onAnalyse: toggleAnalysis,
    onNews: toggleNews,
    onQuestions: toggleQuestions,
    onTasks: toggleTasks,
    onConclusion: hasConclusion ? toggleConclusion : null,
    onNext,
    onKeys: () => setDialog('keys'),
    onNotes: takesPart ? () => setDialog('notes') : null,
    onFacilitate: isModerator ? () => facilitate(true) : null,
    onManage,
    onQueue: isModerator ? onQueue : null,
  };
  const commands = useBoardCommands(acts, counts);
  return (
    <header className={styles.header}>
      <div className={styles.bar}>
        <a className={styles.brand} href="/" title={site('home')}>
          {site('product')}
        </a>
        <p className={styles.title} dir="auto" title={title}>
          {title}
        </p>
        <ConnectionStatus />
        <PeopleHere />
        {!narrow && <ViewSwitch />}
        <Button
          look={takesPart ? 'primary' : 'plain'}
          className={styles.share}
          onClick={() => setDialog('share')}
        >
          {t('share')}
        </Button>
        <JoinButton />
        <MoreMenu items={commands.menu} counts={narrow ? counts : null} />
      </div>
      {invites && <InviteStrip onShare={() => setDialog('share')} />}
      <ToolRail onNoteSettings={() => setDialog('notes')} onManage={onManage} />
      {dialog === 'share' && (
        <ShareDialog
          onClose={close}
          onExport={() => setDialog('export')}
          onPrint={() => setDialog('print')}
        />
      )}
      {dialog === 'export' && <ExportDialog onClose={close} />}
      {dialog === 'print' && <ExportDialog first="kit" onClose={close} />}
      {dialog === 'people' && <PeopleDialog onClose={close} />}
      {dialog === 'manage' && <ManageDialog onClose={close} />}
      {dialog === 'queue' && <ManageDialog queue onClose={close} />}
      {dialog === 'notes' && takesPart && <NotesDialog onClose={close} />}
      {dialog === 'keys' && <KeysDialog onClose={close} />}
      {dialog === 'palette' && <CommandPalette commands={commands.all()} onClose={close} />}
    </header>
  );
}

/** Closes the notification settings that a reader asked for, and says why, once it is sure that the viewer is no participant. */
function useRefuseNotes(areAsked: boolean, close: () => void): void {
  const t = useMessages('notifications');
  const announce = useAnnounce();
  const isLive = useBoard(({ connection }) => connection.kind === 'live');
  useEffect(() => {
    if (!areAsked || !isLive) return;
    close();
    announce(t('participantsOnly'));
  }, [areAsked, isLive, close, announce, t]);
}

/** True if nothing is written yet and nobody but the debate's creator has joined. People who only read can still be invited to. */
function awaitsOthers({ head, claims, participants }: DebateState): boolean {
  return (
    head?.status === 'open' &&
    claims.size === 0 &&
    participants.count(({ membership }) => membership === 'member') < 2
  );
}

/** For viewers who have not joined: the button to join. For participants in a debate that hides names: what others see in their place. */
function JoinButton() {
  const t = useMessages('board');
  const actor = useActor();
  const afterJoining = useAfterJoining();
  const isOpen = useIsDebateOpen();
  const guests = useBoard(({ replica }) => replica.view.head?.settings.guests ?? 'none');
  if (actor) return <Me id={actor.id} />;
  if (guests === 'none' || !isOpen) return null;
  return (
    <Button look="primary" onClick={() => afterJoining(() => {})}>
      {t('join')}
    </Button>
  );
}

/** Shows what others see in place of the viewer's name; nothing if they see the name, as the viewer's face is then among those here. */
function Me({ id }: { id: string }) {
  const naming = useMessages('names');
  const names = useNames();
  const { name, pseudonym } = useBoard((state) => state.people.get(id)) ?? {};
  if (name === undefined) return null;
  if (names !== 'anonymous' && !pseudonym) return null;
  const [said, hint] =
    names === 'anonymous' || !pseudonym
      ? [naming('nobody'), naming('asNobody', { name })]
      : [pseudonym, naming('asPseudonym', { pseudonym, name })];
  return (
    <span className={styles.me} title={hint}>
      {said}
    </span>
  );
}

/** Menu of rare actions and, on a phone, of everything for which the header has no room; `counts`: there, what is new or waiting. */
function MoreMenu({
  items,
  counts,
}: {
  items: () => readonly MenuItem[];
  counts: RefObject<MenuCounts> | null;
}) {
  const controls = useMessages('controls');
  const plain = (
    <>
      <MoreIcon />
      <VisuallyHidden>{controls('more')}</VisuallyHidden>
    </>
  );
  return (
    <MenuButton look="quiet" size="small" className={styles.more} items={items}>
      {counts ? <MoreLabel counts={counts} fallback={plain} /> : plain}
    </MenuButton>
  );
}
