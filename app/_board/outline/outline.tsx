'use client';

import { type FocusEvent, type KeyboardEvent, type MouseEvent, useRef } from 'react';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { usePositions } from '../claim/use-claim.ts';
import { useClaimKeys } from '../claim/use-claim-keys.ts';
import { SearchButton } from '../search/search-button.tsx';
import { useBoard } from '../store/board-context.tsx';
import { useView } from '../view-state.tsx';
import styles from './outline.module.css';
import { OutlinePosition } from './outline-position.tsx';
import { useGoToSelected } from './use-go-to-selected.ts';
import { targetOfItem, walk } from './walk-outline.ts';

/**
 * The debate as an indented text. It carries every function of the board, is rendered whole by the server, and reads as
 * an article without any script.
 */
export function Outline() {
  const t = useMessages('board');
  const outline = useMessages('outline');
  const head = useBoard(({ replica }) => replica.view.head);
  const positions = usePositions();
  const root = useRef<HTMLDivElement>(null);
  const { select, toggleCollapsed } = useView();
  const actOnKey = useClaimKeys();
  useGoToSelected();

  const onKeyDown = (event: KeyboardEvent) => {
    const item = itemAt(event.target);
    if (item === null || event.target !== item || !root.current) return;
    if (walk(event, root.current, item, toggleCollapsed)) return event.preventDefault();
    const target = targetOfItem(item);
    if (target) actOnKey(event, target);
  };
  const onClick = (event: MouseEvent) => {
    const item = itemAt(event.target);
    const element = event.target instanceof Element ? event.target : null;
    // Marking words in order to copy them is not choosing a claim; neither is using a control.
    if (item === null || element?.closest('button, a, form, label') || !window.getSelection()?.isCollapsed)
      return;
    const target = targetOfItem(item);
    if (target) select(target);
  };
  return (
    <div className={styles.outline} ref={root}>
      <div className={styles.top}>
        <p className={styles.kicker}>{t('motion')}</p>
        <SearchButton />
      </div>
      <h1 className={styles.motion} dir="auto">
        {head?.motion}
      </h1>
      {positions.length === 0 && <p className={styles.empty}>{outline('noPositions')}</p>}
      <ul
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a tree is a list with keys of its own.
        role="tree"
        aria-label={outline('label')}
        className={styles.positions}
        onKeyDown={onKeyDown}
        onClick={onClick}
        onFocus={(event) => holdTabStop(event, root.current)}
      >
        {positions.map((position, index) => (
          <OutlinePosition key={position.id} position={position} first={index === 0} />
        ))}
      </ul>
    </div>
  );
}

function itemAt(target: EventTarget): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-item]') : null;
}

/** One stop of the Tab key for the whole tree: the item that had the focus last. */
function holdTabStop({ target }: FocusEvent, root: HTMLElement | null): void {
  if (!(target instanceof HTMLElement) || !target.matches('[data-item]')) return;
  for (const stop of root?.querySelectorAll<HTMLElement>('[data-item][tabindex="0"]') ?? [])
    stop.tabIndex = -1;
  target.tabIndex = 0;
}
