'use client';

import { useId, useRef, useState } from 'react';
import { Button } from '#app/_ui/button/button.tsx';
import { ChevronIcon } from '#app/_ui/icons.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { Target } from '#domain/debate/map/link.ts';
import { excerpt } from '../../core/claims/excerpt.ts';
import { MoreButton, useShownPart } from '../../core/forms/shown-part.tsx';
import { useBoard, useBoardStore } from '../../core/store/board-context.tsx';
import type { BoardState } from '../../core/store/board-state.ts';
import { useViewActs } from '../../core/view/view-state.tsx';
import type { RefusedGroup } from './gather-refused.ts';
import { RefusedItem } from './refused-item.tsx';
import styles from './refused-tray.module.css';
import { useRefusedActs } from './use-refused-acts.ts';
import { useRefusedWords } from './use-refused-words.ts';
import { restoringFirst } from './ways-on.ts';

interface RefusedGroupItemProps {
  readonly group: RefusedGroup;
  /** Called before the viewer is led to its subject. */
  readonly onGo: () => void;
  /** True if it can be folded to its first line. */
  readonly folds: boolean;
  /** True if it starts unfolded. */
  readonly startsOpen: boolean;
}

/** Rejections with one subject: what it is, why, what would help all of them, and each of them. */
export function RefusedGroupItem({ group, onGo, folds, startsOpen }: RefusedGroupItemProps) {
  const t = useMessages('rejected');
  const [chosen, setChosen] = useState<boolean | null>(null);
  const isOpen = chosen ?? startsOpen;
  const { wordsOf, aboutOf } = useRefusedWords();
  const list = useId();
  const shown = isOpen || !folds;
  const [first] = group.items;
  const reason = first ? wordsOf(first, group.key).reason : '';
  return (
    <li className={styles.group}>
      <div className={styles.about}>
        {folds && (
          <Button
            look="quiet"
            size="small"
            aria-expanded={shown}
            aria-controls={list}
            aria-label={`${aboutOf(group)}, ${t('count', { count: group.items.length })}`}
            onClick={() => setChosen(!isOpen)}
          >
            <span className={styles.chevron}>
              <ChevronIcon />
            </span>
          </Button>
        )}
        <About group={group} name={aboutOf(group)} onGo={onGo} />
        {folds && (
          <span className={styles.count} aria-hidden="true">
            {group.items.length}
          </span>
        )}
      </div>
      <div id={list} className={styles.inside} hidden={!shown}>
        <p className={styles.reason} data-code={first?.rejection.code}>
          {reason}
        </p>
        <RestoreButton group={group} />
        {shown && <RefusedItems group={group} reason={reason} />}
      </div>
    </li>
  );
}

/** Each of them, fifty at a time. */
function RefusedItems({ group, reason }: { readonly group: RefusedGroup; readonly reason: string }) {
  const list = useRef<HTMLUListElement>(null);
  const part = useShownPart(group.items);
  return (
    <>
      <ul ref={list} className={styles.list}>
        {part.shown.map((one) => (
          <RefusedItem key={one.clientSeq} refused={one} about={group.key} said={reason} />
        ))}
      </ul>
      <MoreButton list={list} part={part} />
    </>
  );
}

interface AboutProps {
  readonly group: RefusedGroup;
  readonly name: string;
  readonly onGo: () => void;
}

/** Their subject, as a link if it still exists. */
function About({ group: { about }, name, onGo }: AboutProps) {
  const t = useMessages('rejected');
  const { select } = useViewActs();
  const goTo = (target: Target) => {
    onGo();
    select(target);
  };
  return (
    <h3 className={styles.subject} dir="auto">
      {about ? (
        <button type="button" className={styles.goTo} title={t('goTo')} onClick={() => goTo(about)}>
          {excerpt(name, 140)}
        </button>
      ) : (
        excerpt(name, 140)
      )}
    </h3>
  );
}

/** If the cause was retracted or merged and this person may restore it, a button for that: the one remedy for all of them. */
function RestoreButton({ group: { items } }: { group: RefusedGroup }) {
  const t = useMessages('rejected');
  const store = useBoardStore();
  const { tryAgain } = useRefusedActs();
  const first = (board: BoardState) =>
    items.map((one) => restoringFirst(one, board)).find((operation) => operation !== null);
  const helping = useBoard((board) => first(board)?.type);
  if (helping === undefined) return null;
  const what = helping === 'claim.unmerge' ? 'unmerge' : 'restore';
  return (
    <Button size="small" look="primary" onClick={() => tryAgain(items, first(store.state()))}>
      {items.length === 1 ? t(what) : t(`${what}All`, { count: items.length })}
    </Button>
  );
}
