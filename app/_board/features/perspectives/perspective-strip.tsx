'use client';

import { useEffect, useMemo } from 'react';
import { Button } from '#app/_ui/button/button.tsx';
import { inSlices } from '#app/_ui/in-slices.ts';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { PerspectiveVotes } from '#domain/analysis/perspectives/perspective.ts';
import {
  perspectiveStrengths,
  strengthInPerspective,
} from '#domain/analysis/perspectives/perspective-strengths.ts';
import { useStrengthCell } from '../../core/strength/strength-context.tsx';
import { useViewPart, useViewStore } from '../../core/view/view-provider.tsx';
import { useViewActs } from '../../core/view/view-state.tsx';
import styles from './perspectives.module.css';
import { usePerspectiveName } from './use-perspective-name.ts';
import { usePerspectives } from './use-perspectives.ts';

/** Above a debate that is seen in a perspective: whose it is, and the way back to everyone's. */
export function PerspectiveStrip() {
  const name = useViewPart(({ perspective }) => perspective);
  return name === null ? null : <Strip of={name} />;
}

function Strip({ of }: { of: string }) {
  const t = useMessages('perspectives');
  const nameOf = usePerspectiveName();
  const { seeAs, list } = useViewActs();
  const isListing = useViewPart(({ listing }) => listing === 'perspectives');
  const names = useMemo(() => [of], [of]);
  const { known, votesOf } = usePerspectives(names);
  const votes = votesOf(of);
  const name = nameOf(of);
  useSeeWith(name, votes);
  const choices = known === null || known === 'failed' ? [] : known.choices;
  const people = of === 'own' ? 1 : (choices.find((choice) => choice.of === of)?.people ?? 0);
  return (
    <section className={styles.strip} aria-label={t('title')} data-live-bar="" data-perspective={of}>
      <p className={styles.seen}>
        {/* The numbers change with each vote, and are not spoken. */}
        <strong role="status" dir="auto">
          {t('strip', { name })}
        </strong>{' '}
        <span className={styles.soft}>
          {/* There before its words: most screen readers say only what changes in it. */}
          <span role="status">
            {votes === null && t(known === null ? 'loading' : known === 'failed' ? 'failed' : 'stripGone')}
          </span>
          {votes !== null && t('stripFacts', { people, claims: votes.size })}
        </span>
      </p>
      {!isListing && (
        <Button size="small" look="quiet" onClick={() => list('perspectives')}>
          {t('compare')}
        </Button>
      )}
      <Button size="small" onClick={() => seeAs(null)}>
        {t('plain')}
      </Button>
    </section>
  );
}

/** Draws the debate with these votes, calculated in slices again whenever they or the arguments change. */
function useSeeWith(name: string, votes: PerspectiveVotes | null): void {
  const store = useViewStore();
  const cell = useStrengthCell();
  useEffect(() => {
    // Votes that are no longer shown are gone from the screen at once.
    if (votes === null) {
      store.set({ seen: null });
      return;
    }
    // Votes first: strengths take a moment in a large debate.
    const before = store.read().seen;
    store.set({ seen: { name, votes, strengthOf: before?.name === name ? before.strengthOf : null } });
    let giveUp = () => {};
    let of: unknown = null;
    const calculate = () => {
      const everyones = cell.read();
      if (everyones === null || everyones.compiled === of) return;
      of = everyones.compiled;
      giveUp();
      giveUp = inSlices(perspectiveStrengths(everyones, votes), (strengths) => {
        const known = new Map<string, number | undefined>();
        const strengthOf = (id: string) => {
          if (!known.has(id)) known.set(id, strengthInPerspective(strengths, votes, id));
          return known.get(id);
        };
        store.set({ seen: { name, votes, strengthOf } });
      });
    };
    calculate();
    const unsubscribe = cell.subscribe(calculate);
    return () => {
      unsubscribe();
      giveUp();
    };
  }, [store, cell, name, votes]);
  // Another perspective begins without this one's votes.
  useEffect(() => () => store.set({ seen: null }), [store]);
}
