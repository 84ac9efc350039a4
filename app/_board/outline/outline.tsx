'use client';

import { type FocusEvent, type MouseEvent, useMemo, useRef, useState } from 'react';
import { opensAsFront } from '#domain/outline/outline-depth.ts';
import type { OutlineTree } from '#domain/outline/outline-tree.ts';
import { lazyComponent } from '../../_ui/lazy-component.ts';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { useHydrated } from '../../_ui/use-hydrated.ts';
import { useBoard, useBoardStore } from '../core/store/board-context.tsx';
import { useViewPart } from '../core/view/view-provider.tsx';
import { useViewActs } from '../core/view/view-state.tsx';
import { BranchChip } from '../features/claims/branch-chip.tsx';
import { ConclusionArticle } from '../features/conclusion/conclusion-article.tsx';
import { useFollow } from '../features/follow/follow-context.tsx';
import { GuidedButton } from '../features/guided-voting/guided-button.tsx';
import { SearchButton } from '../features/search/search-button.tsx';
import { OutlineProvider } from './folds/outline-context.tsx';
import { foldsOf } from './folds/outline-folds.ts';
import { itemAt, targetOfItem } from './keys/outline-item.ts';
import { useOutlineKeys } from './keys/use-outline-keys.ts';
import { useRestoredFocus } from './keys/use-restored-focus.ts';
import styles from './lines/outline.module.css';
import { OutlineClaim } from './lines/outline-claim.tsx';
import { OutlinePosition } from './lines/outline-position.tsx';
import { rootsOf } from './outline-roots.ts';
import { OutlineTools } from './outline-tools.tsx';
import { useGoToBranch } from './use-go-to-branch.ts';
import { useGoToSelected } from './use-go-to-selected.ts';
import { useOutlineTree } from './use-outline-tree.ts';
import { useReportLine } from './use-report-line.ts';
import { WayUp } from './way-up.tsx';

const OutlineFollowing = lazyComponent(() => import('./outline-following.ts'));
const SeveralBar = lazyComponent(() => import('../features/claims/several-bar.tsx'));

/** Number of lines from which those out of view wait until they come near. */
const LARGE = 200;

interface OutlineProps {
  /** The claim whose branch the page is about; undefined: the whole debate. */
  readonly branch: string | undefined;
  /** The claim after which the page begins to list its siblings. */
  readonly after: string | undefined;
  /** The debate's outline, if it was already calculated. */
  readonly tree?: OutlineTree | undefined;
}

/**
 * The debate as an indented text, or one branch of it: the page's own, or the only branch in view. It has every function of the board, is
 * rendered by the server, and reads as an article without any script.
 */
export function Outline({ branch: ofPage, after, tree: made }: OutlineProps) {
  const t = useMessages('board');
  const outline = useMessages('outline');
  const store = useBoardStore();
  const debateId = useBoard((state) => state.debateId);
  const head = useBoard(({ replica }) => replica.view.head);
  const tree = useOutlineTree(made);
  const focused = useViewPart((parts) => parts.branch);
  const chosen = useViewPart((parts) => parts.chosen);
  const { select, toggleChosen, lookAt } = useViewActs();
  const branch = focused ?? ofPage;
  const roots = useMemo(() => rootsOf(tree, branch), [tree, branch]);
  const [folds] = useState(() => foldsOf(store, roots, after));
  // Before the lines are drawn, so that new ones are folded as soon as they show.
  useMemo(() => folds.meet(tree.positions), [folds, tree]);
  const large = tree.byId.size > LARGE;
  const hasFront = ofPage === undefined && opensAsFront(tree.positions);
  const hydrated = useRef(false);
  hydrated.current = useHydrated();
  const parts = useMemo(() => ({ debateId, folds, large, hydrated }), [debateId, folds, large]);
  const root = useRef<HTMLDivElement>(null);
  const onTreeKey = useOutlineKeys(root, folds);
  useGoToSelected(folds);
  useGoToBranch(root, folds);
  const { following } = useFollow();
  useReportLine(root);
  useRestoredFocus(root, roots);

  const onClick = (event: MouseEvent) => {
    const item = itemAt(event.target);
    const element = event.target instanceof Element ? event.target : null;
    // Selecting text to copy it doesn't select a claim; neither does using a control.
    if (item === null || element?.closest('button, a, form, label') || !window.getSelection()?.isCollapsed)
      return;
    const target = targetOfItem(item);
    if (target?.kind === 'claim' && isTogether(event)) toggleChosen(target.id);
    else if (target) select(target);
  };
  return (
    <OutlineProvider value={parts}>
      <div className={styles.outline} ref={root} data-folds={hasFront ? '' : undefined}>
        {following !== null && <OutlineFollowing following={following} folds={folds} />}
        <BranchChip />
        <div className={styles.top}>
          <p className={styles.kicker}>{t('motion')}</p>
          <GuidedButton />
          <SearchButton />
        </div>
        <h1 className={styles.motion} dir="auto" data-branch={branch === undefined ? undefined : ''}>
          {head?.motion}
        </h1>
        {branch !== undefined && <WayUp id={branch} onGo={ofPage === undefined ? lookAt : undefined} />}
        {roots.length === 0 && (
          <p className={styles.empty}>{outline(branch === undefined ? 'noPositions' : 'noBranch')}</p>
        )}
        {branch === undefined && <ConclusionArticle />}
        <OutlineTools roots={roots} />
        <ul
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a tree is a list with its own keys.
          role="tree"
          aria-multiselectable="true"
          aria-label={outline('label')}
          className={styles.positions}
          onKeyDown={onTreeKey}
          onClick={onClick}
          onMouseDown={keepMarkedWords}
          onFocus={(event) => holdTabStop(event, root.current)}
        >
          {roots.map((node) =>
            node.claim ? (
              <OutlineClaim key={node.id} node={node} top={node.level} inBlock={false} />
            ) : (
              <OutlinePosition key={node.id} node={node} alone={branch !== undefined} />
            ),
          )}
        </ul>
        {chosen.size > 0 && (
          <div className={styles.bulkBar}>
            <SeveralBar />
          </div>
        )}
      </div>
    </OutlineProvider>
  );
}

/** True if a click selects a claim together with others. */
function isTogether({ shiftKey, ctrlKey, metaKey }: MouseEvent): boolean {
  return shiftKey || ctrlKey || metaKey;
}

/** A click with Shift selects a claim; it must not select the text from the last click up to here. */
function keepMarkedWords(event: MouseEvent): void {
  if (event.shiftKey) event.preventDefault();
}

/** Keeps one tab stop for the whole tree: the item that last had the focus. */
function holdTabStop({ target }: FocusEvent, root: HTMLElement | null): void {
  if (!(target instanceof HTMLElement) || !target.matches('[data-item]')) return;
  for (const stop of root?.querySelectorAll<HTMLElement>('[data-item][tabindex="0"]') ?? [])
    stop.tabIndex = -1;
  target.tabIndex = 0;
}
