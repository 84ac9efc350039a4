'use client';

import { useState } from 'react';
import { Button } from '../../_ui/button/button.tsx';
import { ButtonLink } from '../../_ui/button/button-link.tsx';
import { BellIcon, ChartIcon, HistoryIcon, MoreIcon } from '../../_ui/icons.tsx';
import { lazyPart } from '../../_ui/lazy-part.ts';
import type { MenuItem } from '../../_ui/menu.tsx';
import { MenuButton } from '../../_ui/menu-button.tsx';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { VisuallyHidden } from '../../_ui/visually-hidden.tsx';
import { useActor, useSteers } from '../claim/use-claim.ts';
import { useAfterJoining } from '../join/join-context.tsx';
import { useGoToNext } from '../news/use-go-to-next.ts';
import { useNames } from '../people/use-called.ts';
import { useBoard } from '../store/board-context.tsx';
import { useNarrow } from '../use-narrow.ts';
import { useViewPart } from '../view-provider.tsx';
import { useViewActs } from '../view-state.tsx';
import { ConnectionStatus } from './connection-status.tsx';
import styles from './header.module.css';
import { HistoryButtons } from './history-buttons.tsx';
import { PeopleHere } from './people-here.tsx';
import { useBoardCommands } from './use-board-commands.ts';
import { useBoardKeys } from './use-board-keys.ts';
import { useIsToolBehind, useToggleTools } from './use-toggle-tools.ts';
import { ViewSwitch } from './view-switch.tsx';

const ShareDialog = lazyPart(() => import('./share-dialog.tsx'));
const PeopleDialog = lazyPart(() => import('./people-dialog.tsx'));
const ManageDialog = lazyPart(() => import('../manage/manage-dialog.tsx'));
const NewsButton = lazyPart(() => import('../news/news-button.tsx'));
const NewsDialog = lazyPart(() => import('../news/news-dialog.tsx'));
const ManageLabel = lazyPart(() => import('./manage-label.tsx'));
const ExportDialog = lazyPart(() => import('../export/export-dialog.tsx'));
const ActivityDialog = lazyPart(() => import('../activity/activity-dialog.tsx'));
const BellLabel = lazyPart(() => import('../notes/bell-label.tsx'));
const NotesDialog = lazyPart(() => import('../notes/notes-dialog.tsx'));
const CommandPalette = lazyPart(() => import('../palette/command-palette.tsx'));
const KeysDialog = lazyPart(() => import('./keys-dialog.tsx'));

const INBOX = '/inbox';

/** One line over the board: what is debated, how one stands with the server, who is here, and what to do with it all. */
export function BoardHeader() {
  const t = useMessages('board');
  const site = useMessages('site');
  const manage = useMessages('manage');
  const facilitator = useMessages('facilitate');
  const history = useMessages('history');
  const steers = useSteers();
  const narrow = useNarrow();
  const facilitating = useViewPart((parts) => parts.facilitating);
  const isReading = useViewPart((parts) => parts.reading !== null);
  const evidence = useMessages('evidence');
  const analysing = useViewPart((parts) => parts.analysing);
  const { toggleConsole, toggleSources, toggleAnalysis } = useToggleTools();
  const { facilitate } = useViewActs();
  const isBehind = useIsToolBehind();
  const title = useBoard(({ replica }) => replica.view.head?.title ?? '');
  const [dialog, setDialog] = useState<
    | 'share'
    | 'export'
    | 'history'
    | 'keys'
    | 'people'
    | 'manage'
    | 'queue'
    | 'news'
    | 'notes'
    | 'palette'
    | null
  >(null);
  const takesPart = useActor() !== null;
  const knowsSeen = useBoard(({ seen }) => seen !== null);
  const close = () => setDialog(null);
  const onNext = useGoToNext();
  const onQueue = () => steers && setDialog('queue');
  useBoardKeys({
    onHelp: () => setDialog('keys'),
    onQueue,
    onFacilitate: () => steers && toggleConsole(),
    onNext,
    onPalette: () => setDialog('palette'),
  });
  const commands = useBoardCommands({
    onShare: () => setDialog('share'),
    onExport: () => setDialog('export'),
    onHistory: () => setDialog('history'),
    onPeople: () => setDialog('people'),
    onSources: toggleSources,
    onAnalyse: toggleAnalysis,
    onNews: () => setDialog('news'),
    onNext,
    onKeys: () => setDialog('keys'),
    onNotes: takesPart ? () => setDialog('notes') : null,
    onFacilitate: steers ? () => facilitate(true) : null,
    onManage: steers ? () => setDialog('manage') : null,
    onQueue: steers ? onQueue : null,
  });
  return (
    <header className={styles.header} data-steers={steers || undefined}>
      <a className={styles.brand} href="/" title={site('home')}>
        {site('product')}
      </a>
      <p className={styles.title} dir="auto" title={title}>
        {title}
      </p>
      <ConnectionStatus />
      <PeopleHere />
      {knowsSeen && <NewsButton onOpen={() => setDialog('news')} />}
      <div className={styles.wide}>
        <HistoryButtons />
        <Button
          look="quiet"
          size="small"
          aria-label={history('open')}
          title={history('open')}
          onClick={() => setDialog('history')}
        >
          <HistoryIcon />
        </Button>
        {takesPart && <BellLink />}
        <Button
          look="quiet"
          size="small"
          aria-label={t('analysis')}
          title={t('analysis')}
          aria-expanded={analysing && !isBehind}
          onClick={toggleAnalysis}
        >
          <ChartIcon />
        </Button>
      </div>
      {!narrow && <ViewSwitch />}
      <Button className={styles.share} aria-expanded={isReading && !isBehind} onClick={toggleSources}>
        {evidence('open')}
      </Button>
      {steers && (
        <Button className={styles.share} aria-expanded={facilitating && !isBehind} onClick={toggleConsole}>
          {facilitator('open')}
        </Button>
      )}
      {steers && (
        <Button className={styles.share} onClick={() => setDialog('manage')}>
          <ManageLabel meanwhile={manage('open')} />
        </Button>
      )}
      <Button className={styles.share} onClick={() => setDialog('share')}>
        {t('share')}
      </Button>
      <JoinButton />
      <MoreMenu items={commands.menu} />
      {dialog === 'share' && <ShareDialog onClose={close} onExport={() => setDialog('export')} />}
      {dialog === 'export' && <ExportDialog onClose={close} />}
      {dialog === 'history' && <ActivityDialog onClose={close} />}
      {dialog === 'people' && <PeopleDialog onClose={close} />}
      {dialog === 'manage' && <ManageDialog onClose={close} />}
      {dialog === 'queue' && <ManageDialog queue onClose={close} />}
      {dialog === 'news' && <NewsDialog onClose={close} />}
      {dialog === 'notes' && <NotesDialog onClose={close} />}
      {dialog === 'keys' && <KeysDialog onClose={close} />}
      {dialog === 'palette' && <CommandPalette commands={commands.all()} onClose={close} />}
    </header>
  );
}

/** Opens the inbox. Shows how many notifications are unread once that is known. */
function BellLink() {
  const t = useMessages('notes');
  const meanwhile = (
    <>
      <BellIcon />
      <VisuallyHidden>{t('inbox', { unread: 0 })}</VisuallyHidden>
    </>
  );
  return (
    <ButtonLink look="quiet" size="small" href={INBOX} title={t('inbox', { unread: 0 })}>
      <BellLabel meanwhile={meanwhile} />
    </ButtonLink>
  );
}

/** For one who reads along: the way in. For one who takes part: the name it is done under. */
function JoinButton() {
  const t = useMessages('board');
  const actor = useActor();
  const afterJoining = useAfterJoining();
  const isOpen = useBoard(({ replica }) => replica.view.head?.life === 'open');
  const guests = useBoard(({ replica }) => replica.view.head?.settings.guests ?? 'none');
  if (actor) return <Me id={actor.id} />;
  if (guests === 'none' || !isOpen) return null;
  return (
    <Button look="primary" onClick={() => afterJoining(() => {})}>
      {t('join')}
    </Button>
  );
}

/** As whom one takes part. */
function Me({ id }: { id: string }) {
  const t = useMessages('board');
  const naming = useMessages('names');
  const names = useNames();
  const { name, pseudonym } = useBoard((state) => state.people.get(id)) ?? {};
  if (name === undefined) return null;
  const [said, hint] =
    names === 'anonymous'
      ? [naming('nobody'), naming('asNobody', { name })]
      : pseudonym
        ? [pseudonym, naming('asPseudonym', { pseudonym, name })]
        : [name, t('asName', { name })];
  return (
    <span className={styles.me} title={hint}>
      {said}
    </span>
  );
}

/** What is seldom done, and on a phone all that the header has no room for. */
function MoreMenu({ items }: { items: () => readonly MenuItem[] }) {
  const controls = useMessages('controls');
  return (
    <MenuButton look="quiet" size="small" className={styles.more} aria-label={controls('more')} items={items}>
      <MoreIcon />
    </MenuButton>
  );
}
