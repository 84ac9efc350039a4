'use client';

import { useMemo } from 'react';
import type { OutlineNode } from '#domain/outline/outline-tree.ts';
import { Button } from '../../_ui/button/button.tsx';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { printDebate } from '../core/view/print-debate.ts';
import { useOutline } from './folds/outline-context.tsx';
import styles from './lines/outline.module.css';

/** Number of levels to choose from: deeper ones are found by unfolding. */
const CHOICES = 4;

/** Folds all, unfolds all, or shows the chosen number of levels. */
export function OutlineTools({ roots }: { roots: readonly OutlineNode[] }) {
  const t = useMessages('outline');
  const { folds } = useOutline();
  const height = useMemo(() => heightOf(roots, CHOICES + 1), [roots]);
  const first = roots[0]?.level ?? 1;
  if (height === 0) return null;
  const levels = Array.from({ length: Math.min(CHOICES, height - 1) }, (_, at) => at + 1);
  const show = (level: number) => () => folds.showTo(level, roots);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a few buttons in a row, not a form.
    <div role="group" className={styles.tools} aria-label={t('tools')}>
      <Button look="quiet" size="small" onClick={show(first)}>
        {t('foldAll')}
      </Button>
      <Button look="quiet" size="small" onClick={show(Number.POSITIVE_INFINITY)}>
        {t('unfoldAll')}
      </Button>
      {levels.length > 1 && (
        <>
          <span className={styles.levels}>{t('levels')}</span>
          {levels.map((level) => (
            <Button
              key={level}
              look="quiet"
              size="small"
              aria-label={t('toLevel', { level })}
              title={t('toLevel', { level })}
              onClick={show(first + level)}
            >
              {level}
            </Button>
          ))}
        </>
      )}
      <Button look="quiet" size="small" className={styles.print} onClick={() => void printDebate()}>
        {t('print')}
      </Button>
    </div>
  );
}

/** Returns the number of levels below these lines, up to `most`: deeper ones are not looked at. */
function heightOf(nodes: readonly OutlineNode[], most: number): number {
  let height = 0;
  for (const { children } of nodes) {
    if (height >= most) break;
    if (children.length > 0) height = Math.max(height, 1 + heightOf(children, most - 1));
  }
  return height;
}
