'use client';

import type { Link, Nodes, RootContent } from 'mdast';
import { type ReactNode, useMemo } from 'react';
import { MARKDOWN_DEPTH, readMarkdown } from '#domain/markdown/read-markdown.ts';
import { claimAddressed } from '../../core/claims/claim-address.ts';
import { useBoard } from '../../core/store/board-context.tsx';
import styles from './comment-text.module.css';
import { Pieces } from './comment-text.tsx';
import { NamedClaim } from './named.tsx';

/** A comment with its formatting. It renders only the elements built here, no markup by others. */
export default function MarkdownView({ text }: { text: string }) {
  const tree = useMemo(() => readMarkdown(text), [text]);
  return <div className={styles.text}>{tree.children.map((node, at) => shown(node, `${at}`, text, 0))}</div>;
}

function shown(node: RootContent, key: string, source: string, depth: number): ReactNode {
  const children = () => childrenOf(node, source, depth + 1);
  if (depth > MARKDOWN_DEPTH) return <span key={key}>{sourceOf(node, source)}</span>;
  switch (node.type) {
    case 'text':
      return <Pieces key={key} text={node.value} />;
    case 'paragraph':
      return (
        <p key={key} dir="auto">
          {children()}
        </p>
      );
    case 'heading':
      return (
        <p key={key} dir="auto">
          <strong>{children()}</strong>
        </p>
      );
    case 'emphasis':
      return <em key={key}>{children()}</em>;
    case 'strong':
      return <strong key={key}>{children()}</strong>;
    case 'inlineCode':
      return (
        <code key={key} dir="auto">
          {node.value}
        </code>
      );
    case 'code':
      return (
        <pre key={key} dir="auto">
          <code>{node.value}</code>
        </pre>
      );
    case 'break':
      return <br key={key} />;
    case 'thematicBreak':
      return <hr key={key} />;
    case 'blockquote':
      return <blockquote key={key}>{children()}</blockquote>;
    case 'list':
      return node.ordered ? (
        <ol key={key} start={node.start ?? 1}>
          {children()}
        </ol>
      ) : (
        <ul key={key}>{children()}</ul>
      );
    case 'listItem':
      return (
        <li key={key} dir="auto">
          {children()}
        </li>
      );
    case 'link':
      return (
        <WebLink key={key} link={node}>
          {children()}
        </WebLink>
      );
    default:
      return <span key={key}>{sourceOf(node, source)}</span>;
  }
}

function childrenOf(node: Nodes, source: string, depth: number): ReactNode[] {
  return 'children' in node ? node.children.map((child, at) => shown(child, `${at}`, source, depth)) : [];
}

/** A link to the web. Other targets render as plain text, and a link to a claim of this debate shows the claim's text. */
function WebLink({ link: { url }, children }: { link: Link; children: ReactNode }) {
  const debateId = useBoard((state) => state.debateId);
  const claimId = claimAddressed(url, debateId);
  if (claimId !== null) return <NamedClaim id={claimId} />;
  const isWeb = URL.canParse(url) && ['http:', 'https:'].includes(new URL(url).protocol);
  if (!isWeb) return <>{children}</>;
  return (
    <a href={url} target="_blank" rel="nofollow noopener noreferrer ugc">
      <bdi>{children}</bdi>
    </a>
  );
}

function sourceOf({ position }: Nodes, source: string): string {
  return source.slice(position?.start.offset ?? 0, position?.end.offset ?? 0);
}
