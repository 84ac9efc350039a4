'use client';

import { lazyComponent } from '#app/_ui/lazy-component.ts';
import { piecesOf } from '#domain/debate/comments/mentions.ts';
import { useReadable } from '../../core/claims/use-readable.ts';
import styles from './comment-text.module.css';
import { NamedClaim, NamedPerson } from './named.tsx';

const MarkdownView = lazyComponent(() => import('./markdown-view.tsx'));

/** A comment's text, with the present names of people and claims; without formatting until that has loaded. */
export function CommentText({ text }: { text: string }) {
  return <MarkdownView text={text} fallback={<PlainText text={text} />} />;
}

function PlainText({ text }: { text: string }) {
  return (
    <div className={styles.text}>
      <p dir="auto">
        <Pieces text={text} />
      </p>
    </div>
  );
}

/** A piece of text with the people and claims it names. */
export function Pieces({ text }: { text: string }) {
  const readable = useReadable();
  return piecesOf(text).map((piece, index) => {
    // A text's pieces have no identity except their place in it.
    const key = `${index}`;
    if (piece.kind === 'person') return <NamedPerson key={key} id={piece.id} />;
    if (piece.kind === 'claim') return <NamedClaim key={key} id={piece.id} />;
    return readable(piece.text);
  });
}
