'use client';

import {
  type KeyboardEvent,
  type MouseEvent,
  memo,
  type RefObject,
  useCallback,
  useEffect,
  useId,
  useMemo,
  useRef,
} from 'react';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { Selectors } from '#domain/debate/sources/passage-place.ts';
import type { TextRange } from '#domain/debate/sources/searched-text.ts';
import type { CitedPassage } from '#domain/evidence/library.ts';
import { type MarkedParagraph, type MarkedStretch, markedText } from '#domain/evidence/marked-text.ts';
import { excerpt } from '../../core/claims/excerpt.ts';
import { useReadable } from '../../core/claims/use-readable.ts';
import { isTurnedOff } from '../../core/keys/letter-keys.ts';
import { selectPlaces } from './article-places.ts';
import { useGoToClaim } from './claim-link.tsx';
import styles from './evidence.module.css';
import { sentencesOf } from './sentences.ts';

interface ArticleTextProps {
  readonly text: string;
  readonly cited: readonly CitedPassage[];
  /** The passage to which the viewer was led. */
  readonly at: string | null;
  readonly selected: Selectors | null;
  readonly root: RefObject<HTMLElement | null>;
  readonly onMake: () => void;
  readonly onCite: () => void;
  readonly onDrop: () => void;
}

/**
 * An article with its cited passages marked, each with a link to the claims that cite it. Its text is selected as on any page and, by
 * keys, from sentence to sentence, more or less with Shift.
 */
export function ArticleText({ text, cited, at, selected, root, onMake, onCite, onDrop }: ArticleTextProps) {
  const t = useMessages('evidence');
  const hint = useId();
  const goTo = useSteady(useGoToClaim());
  const paragraphs = useMemo(() => markedText(text, cited), [text, cited]);
  const numbers = useMemo(() => new Map(cited.map(({ passage }, index) => [passage.id, index + 1])), [cited]);
  const led = useMemo(() => cited.find(({ passage }) => passage.id === at)?.place ?? null, [cited, at]);
  const sentences = useMemo(() => sentencesOf(text), [text]);
  useEffect(() => {
    if (at === null) return;
    root.current?.querySelector('[data-at]')?.scrollIntoView({ block: 'center' });
  }, [at, root]);

  const walk = (step: 1 | -1) => {
    const from = selected?.start ?? -1;
    const now = sentences.findLastIndex((sentence) => sentence.from <= from);
    const next = sentences[selected === null ? (step === 1 ? 0 : sentences.length - 1) : now + step];
    if (next && root.current) selectPlaces(root.current, next.from, next.to);
  };
  const extend = (step: 1 | -1) => {
    if (!selected || !root.current) return walk(step);
    const now = sentences.findLastIndex((sentence) => sentence.from < selected.end);
    const to = step === 1 ? sentences[now + 1]?.to : sentences[now - 1]?.to;
    if (to !== undefined && to > selected.start) selectPlaces(root.current, selected.start, to);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTurnedOff(event.key)) return;
    const act = actFor(event.key, event.shiftKey);
    if (!act) return;
    event.preventDefault();
    act();
  };
  const actFor = (key: string, shift: boolean): (() => void) | null => {
    switch (key) {
      case 'ArrowDown':
        return () => (shift ? extend(1) : walk(1));
      case 'ArrowUp':
        return () => (shift ? extend(-1) : walk(-1));
      case 'ArrowRight':
      case 'ArrowLeft':
        // The browser knows words, and a script's direction.
        return shift
          ? () => document.getSelection()?.modify('extend', key === 'ArrowRight' ? 'right' : 'left', 'word')
          : null;
      case 'm':
        return selected && onMake;
      case 'c':
        return selected && onCite;
      case 'Escape':
        return selected && onDrop;
      default:
        return null;
    }
  };
  const onClick = (event: MouseEvent) => {
    if (!document.getSelection()?.isCollapsed || !(event.target instanceof Element)) return;
    const [id] = (event.target.closest('[data-passages]')?.getAttribute('data-passages') ?? '').split(' ');
    const passage = cited.find((one) => one.passage.id === id);
    if (passage) goTo(passage.claim.id);
  };
  return (
    <>
      <p id={hint} className={styles.soft}>
        {t('selectHint')} <span className={styles.ofKeys}>{t('keysHint')}</span>
      </p>
      <section
        ref={root}
        className={styles.article}
        aria-label={t('article')}
        aria-describedby={hint}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: its words are selected by keys.
        tabIndex={0}
        onKeyDown={onKeyDown}
        onClick={onClick}
        data-article=""
      >
        {paragraphs.map((paragraph) => (
          <Paragraph key={paragraph.start} paragraph={paragraph} numbers={numbers} led={led} onGo={goTo} />
        ))}
      </section>
    </>
  );
}

/** Returns a function that stays the same and calls the newest one. */
function useSteady(act: (id: string) => void): (id: string) => void {
  const newest = useRef(act);
  useEffect(() => {
    newest.current = act;
  }, [act]);
  return useCallback((id) => newest.current(id), []);
}

interface Citing {
  /** Number of each cited passage, by its id. */
  readonly numbers: ReadonlyMap<string, number>;
  /** Place of the passage to which the viewer was led. */
  readonly led: TextRange | null;
  readonly onGo: (claimId: string) => void;
}

/** Drawn again only when its passages change: an article has thousands of paragraphs, and its reader draws with every selection. */
const Paragraph = memo(function Paragraph({
  paragraph,
  ...citing
}: Citing & { readonly paragraph: MarkedParagraph }) {
  return (
    <p dir="auto">
      {paragraph.stretches.map((stretch) => (
        <Stretch key={stretch.start} stretch={stretch} {...citing} />
      ))}
    </p>
  );
});

function Stretch({
  stretch: { start, text, passages, ending },
  numbers,
  led,
  onGo,
}: Citing & { readonly stretch: MarkedStretch }) {
  const t = useMessages('evidence');
  const readable = useReadable();
  if (passages.length === 0) return <span data-start={start}>{text}</span>;
  const isLedTo = led !== null && led.start <= start && led.end >= start + text.length;
  return (
    <>
      <mark
        data-start={start}
        data-passages={passages.map(({ passage }) => passage.id).join(' ')}
        data-at={isLedTo ? '' : undefined}
        data-many={passages.length > 1 ? '' : undefined}
      >
        {text}
      </mark>
      {ending.map(({ passage, claim }) => (
        <button
          key={passage.id}
          type="button"
          className={styles.reference}
          aria-label={t('passage', { claim: excerpt(readable(claim.text), 80) })}
          title={t('passage', { claim: excerpt(readable(claim.text), 80) })}
          onClick={() => onGo(claim.id)}
        >
          {numbers.get(passage.id)}
        </button>
      ))}
    </>
  );
}
