'use client';

import { useMemo } from 'react';
import { useFormatter } from 'use-intl/react';
import { hasOwnTitle } from '#domain/debate/head/own-title.ts';
import { removeHidden } from '#domain/formats/remove-hidden.ts';
import { endnotesOf } from '#domain/outline/endnotes.ts';
import { type OutlineNode, outlineTree } from '#domain/outline/outline-tree.ts';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { readerZone } from '../../_ui/time/reader-zone.ts';
import { useBoard, useBoardStore } from '../core/store/board-context.tsx';
import { useViewPart } from '../core/view/view-provider.tsx';
import { ConclusionArticle } from '../features/conclusion/conclusion-article.tsx';
import { foldsOf } from '../outline/folds/outline-folds.ts';
import { rootsOf } from '../outline/outline-roots.ts';
import { useOutlineTree } from '../outline/use-outline-tree.ts';
import { ArticleContext } from './article-context.tsx';
import { ArticleNotes } from './article-notes.tsx';
import { ArticleSection } from './article-section.tsx';
import styles from './print.module.css';
import { printedAddress } from './printed-address.ts';

export interface PrintArticleProps {
  /** The claim whose branch the page is about; absent: the whole debate. */
  readonly branch: string | undefined;
}

/**
 * The debate as an article on paper, or the branch that alone is in view: numbered, with its sources as endnotes, without controls. It
 * has what every reader sees, as files have, because paper is passed on. What was folded by hand is printed too; for what the page of a
 * large debate does not contain, it gives the address.
 */
export default function PrintArticle({ branch: ofPage }: PrintArticleProps) {
  const t = useMessages('print');
  const store = useBoardStore();
  const debateId = useBoard((state) => state.debateId);
  const seen = useBoard(({ replica }) => replica.view);
  const outline = useOutlineTree();
  const focused = useViewPart((parts) => parts.branch);
  const branch = focused ?? ofPage;
  // The page's own folds, of what it shows to this viewer: its outline goes on with them.
  const folds = foldsOf(store, rootsOf(outline, ofPage));
  const state = useMemo(() => removeHidden(seen), [seen]);
  const tree = useMemo(() => outlineTree(state, outline), [state, outline]);
  const roots = rootsOf(tree, branch);
  const article = useMemo(() => {
    const isCut = (node: OutlineNode) => folds.isCut(node.id);
    const listed = folds.listing.atOnce;
    const notes = endnotesOf(state, printed(roots, isCut, listed));
    return {
      debateId,
      state,
      tree,
      isCut,
      listed,
      noteNumbers: new Map(
        notes.flatMap(({ passages }, at) => passages.map(({ id }) => [id, at + 1] as const)),
      ),
      notes,
    };
  }, [debateId, state, tree, roots, folds]);
  const { head } = state;
  return (
    <article className={styles.article} data-print="">
      {head && hasOwnTitle(head) && (
        <p className={styles.kicker} dir="auto">
          {head.title}
        </p>
      )}
      <h1 className={styles.motion} dir="auto">
        {head?.motion}
      </h1>
      {branch === undefined && <ConclusionArticle isPrinted />}
      <ArticleContext value={article}>
        {roots.map((node) => (
          <ArticleSection key={node.id} node={node} />
        ))}
      </ArticleContext>
      <ArticleNotes title={t('sources')} notes={article.notes} />
      <Imprint address={printedAddress(debateId, branch === undefined ? undefined : roots[0])} />
    </article>
  );
}

/** The address and the day: at the end and, if the browser supports it, at the foot of every page. */
function Imprint({ address }: { address: string }) {
  const t = useMessages('print');
  const format = useFormatter();
  const date = format.dateTime(new Date(), { dateStyle: 'long', timeZone: readerZone() });
  return (
    <>
      <style>{`@page { @bottom-left { content: ${quoted(address)}; } @bottom-right { content: ${quoted(`${date} · `)} counter(page) "/" counter(pages); } }`}</style>
      <p className={styles.imprint}>{t('imprint', { address, date })}</p>
    </>
  );
}

/** Returns a text as a CSS string. */
function quoted(text: string): string {
  return `"${text.replace(/["\\\n<]/g, (character) => `\\${character.charCodeAt(0).toString(16)} `)}"`;
}

/** Returns the printed lines, in reading order. */
function printed(
  roots: readonly OutlineNode[],
  isCut: (node: OutlineNode) => boolean,
  listed: number,
): OutlineNode[] {
  const nodes: OutlineNode[] = [];
  const open = [...roots].reverse();
  for (let node = open.pop(); node; node = open.pop()) {
    nodes.push(node);
    if (!isCut(node)) open.push(...node.children.slice(0, listed).reverse());
  }
  return nodes;
}
