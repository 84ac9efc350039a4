'use client';

import { type MouseEvent, useMemo, useRef, useState } from 'react';
import { Button } from '#app/_ui/button/button.tsx';
import { Stack } from '#app/_ui/layout/stack.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { hueStyle } from '#app/_ui/people/hue.ts';
import {
  UNREAD_KINDS,
  type UnreadItem,
  type UnreadKind,
  type UnreadSince,
} from '#domain/unread/unread-items.ts';
import { showRest } from '../../core/focus/show-rest.ts';
import { useBoard, useBoardStore } from '../../core/store/board-context.tsx';
import { SidePane } from '../../core/view/side-pane.tsx';
import { useNarrow } from '../../core/view/use-narrow.ts';
import { useReadView } from '../../core/view/view-provider.tsx';
import { useViewActs } from '../../core/view/view-state.tsx';
import styles from './news.module.css';
import { selectNext } from './next-unseen.ts';
import { type Chosen, SinceChoice } from './since-choice.tsx';
import { UnreadLine } from './unread-line.tsx';
import { type Mark, placesOf, useMark } from './use-mark.ts';
import { useUnreadItems } from './use-unread-items.ts';

/** Kinds of items that concern the viewer personally. */
const FOR_ME: readonly UnreadKind[] = ['mention', 'reply', 'answer'];

/** News since the viewer last looked, or since another moment: by kind and branch, each with a link to it. */
export default function UnreadPane() {
  const t = useMessages('unread');
  const [chosen, setChosen] = useState<Chosen>({ kind: 'unseen' });
  const [kinds, setKinds] = useState<ReadonlySet<UnreadKind>>(new Set());
  const since = useSince(chosen);
  const news = useUnreadItems(since);
  const store = useBoardStore();
  const read = useReadView();
  const { select, list } = useViewActs();
  const narrow = useNarrow();
  const ofKind = (news ?? []).filter(({ kind }) => kinds.size === 0 || kinds.has(kind));
  const unmuted = (news ?? []).filter((item) => !item.muted);
  const shown = ofKind.filter((item) => !item.muted);
  const muted = ofKind.filter((item) => item.muted);
  const [seesMuted, setSeesMuted] = useState(false);
  const mark = useMark(news ?? [], seesMuted ? ofKind : shown);
  const close = () => list(null);
  if (since === null)
    return (
      <SidePane className={styles.pane} label={t('title')} closeLabel={t('close')} onClose={close}>
        <p className={styles.body}>{t('notHere')}</p>
      </SidePane>
    );
  const isUnseen = chosen.kind === 'unseen';
  const none =
    unmuted.length > 0 ? t('noneOfKind', { kinds: kinds.size }) : t(isUnseen ? 'none' : 'noneSince');
  const open = (item: UnreadItem) => {
    select(item.place, item.id);
    if (narrow) close();
  };
  const markAll = ({ currentTarget }: MouseEvent<HTMLElement>) => {
    mark(kinds.size === 0 ? null : shown, currentTarget);
  };
  const goOn = () => {
    selectNext(store, null, read().selected?.id ?? null, select);
    if (narrow) close();
  };
  return (
    <SidePane className={styles.pane} label={t('title')} closeLabel={t('close')} onClose={close}>
      <div className={styles.body}>
        <Stack gap={3}>
          <SinceChoice chosen={chosen} onChoose={setChosen} />
          <Kinds news={unmuted} kinds={kinds} onChange={setKinds} />
        </Stack>
        <p role="status" className={styles.total} tabIndex={-1}>
          {news && (shown.length > 0 ? t('total', { count: shown.length }) : none)}
        </p>
        {shown.length > 0 && (
          <div className={styles.list}>
            {groupsOf(shown).map(({ key, items }) => (
              <Group key={key} lane={key} items={items} onMark={isUnseen ? mark : null} onOpen={open} />
            ))}
          </div>
        )}
        {muted.length > 0 && (
          <MutedNews
            items={muted}
            isOpen={seesMuted}
            onToggle={setSeesMuted}
            onMark={isUnseen ? mark : null}
            onOpen={open}
          />
        )}
        {isUnseen && shown.length > 0 && (
          <div className={styles.foot}>
            <Button look="quiet" onClick={markAll}>
              {kinds.size === 0 ? t('readAll') : t('readPlaces', { count: placesOf(shown).size })}
            </Button>
            <Button look="primary" onClick={goOn}>
              {t('next')}
            </Button>
          </div>
        )}
      </div>
    </SidePane>
  );
}

/** Returns the chosen moment; `null` while the read marks are unknown. */
function useSince(chosen: Chosen): UnreadSince | null {
  const seen = useBoard((state) => state.seen);
  const lastVisit = useBoard((state) => state.lastVisit);
  const meetings = useBoard(({ replica }) => replica.view.meetings);
  return useMemo(() => {
    switch (chosen.kind) {
      case 'unseen':
        return seen && { seen };
      case 'visit':
        return lastVisit === null ? null : { at: lastVisit };
      case 'meeting':
        return {
          at: Math.max(0, ...[...meetings.values()].map(({ startedAt, endedAt }) => endedAt ?? startedAt)),
        };
      case 'date':
        return { at: chosen.at };
    }
  }, [chosen, seen, lastVisit, meetings]);
}

interface KindsProps {
  readonly news: readonly UnreadItem[];
  readonly kinds: ReadonlySet<UnreadKind>;
  readonly onChange: (kinds: ReadonlySet<UnreadKind>) => void;
}

/** The kinds of items, each with its number; none selected: all. */
function Kinds({ news, kinds, onChange }: KindsProps) {
  const t = useMessages('unread');
  const offered = UNREAD_KINDS.map((kind) => ({
    kind,
    count: news.filter((item) => item.kind === kind).length,
  })).filter(({ kind, count }) => count > 0 || kinds.has(kind));
  if (offered.length === 0) return null;
  const toggle = (kind: UnreadKind) => {
    const next = new Set(kinds);
    if (!next.delete(kind)) next.add(kind);
    onChange(next);
  };
  return (
    <fieldset className={styles.kinds} aria-label={t('kinds')}>
      {offered.map(({ kind, count }) => (
        <Button key={kind} size="small" aria-pressed={kinds.has(kind)} onClick={() => toggle(kind)}>
          {t('kind', { kind, count })}
        </Button>
      ))}
    </fieldset>
  );
}

interface LinesProps {
  readonly items: readonly UnreadItem[];
  /** `null`: they can't be marked as seen, because some are. */
  readonly onMark: Mark | null;
  readonly onOpen: (item: UnreadItem) => void;
}

function Group({ lane, items, onMark, onOpen }: LinesProps & { readonly lane: string }) {
  const t = useMessages('unread');
  const position = useBoard(({ replica }) => replica.view.positions.get(lane));
  const name = position?.name ?? t(lane === MINE ? 'forMe' : 'motion');
  return (
    <section className={styles.group} style={hueStyle(position?.hue)} data-lane={lane}>
      <div className={styles.head}>
        <h3 dir="auto">
          {name} <span className={styles.count}>{items.length}</span>
        </h3>
        {onMark && (
          <Button
            look="quiet"
            size="small"
            aria-label={t('readBranchLabel', { name })}
            onClick={({ currentTarget }) => onMark(items, currentTarget)}
          >
            {t('readBranch')}
          </Button>
        )}
      </div>
      <Lines items={items} onMark={onMark} onOpen={onOpen} />
    </section>
  );
}

interface MutedNewsProps extends LinesProps {
  readonly isOpen: boolean;
  readonly onToggle: (isOpen: boolean) => void;
}

/** The news of muted branches, folded until the viewer unfolds them. */
function MutedNews({ items, isOpen, onToggle, onMark, onOpen }: MutedNewsProps) {
  const t = useMessages('unread');
  return (
    <details
      className={styles.muted}
      open={isOpen}
      onToggle={({ currentTarget }) => onToggle(currentTarget.open)}
    >
      <summary>{t('muted', { count: items.length })}</summary>
      {onMark && (
        <Button
          look="quiet"
          size="small"
          aria-label={t('readMuted')}
          onClick={({ currentTarget }) => onMark(items, currentTarget)}
        >
          {t('readBranch')}
        </Button>
      )}
      <Lines items={items} onMark={onMark} onOpen={onOpen} />
    </details>
  );
}

/** Number of lines shown at first for one branch: one screen. */
const SHOWN = 30;

/** Number of lines that are added at once: a long absence may leave very many. */
const ADDED = 150;

function Lines({ items, onMark, onOpen }: LinesProps) {
  const t = useMessages('unread');
  const [most, setMost] = useState(SHOWN);
  const list = useRef<HTMLUListElement>(null);
  const lines = items.slice(0, most);
  return (
    <>
      <ul ref={list} className={styles.items}>
        {lines.map((item) => (
          <UnreadLine key={item.id} item={item} onMark={onMark} onOpen={onOpen} />
        ))}
      </ul>
      {lines.length < items.length && (
        <Button look="quiet" size="small" onClick={() => showRest(list, () => setMost(most + ADDED))}>
          {t('more', { count: items.length - lines.length })}
        </Button>
      )}
    </>
  );
}

/** Items that concern the viewer are first, then the branches in order of appearance. */
const MINE = '~me';

function groupsOf(news: readonly UnreadItem[]): { key: string; items: UnreadItem[] }[] {
  const groups = new Map<string, UnreadItem[]>([[MINE, []]]);
  for (const item of news) {
    const key = FOR_ME.includes(item.kind) ? MINE : (item.lane ?? '');
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups].map(([key, items]) => ({ key, items })).filter(({ items }) => items.length > 0);
}
