'use client';

import { useMemo } from 'react';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { firstPair, type PerspectivePair } from '#domain/analysis/perspectives/first-pair.ts';
import { ComparisonLists } from './comparison-lists.tsx';
import styles from './perspectives.module.css';
import { useComparison } from './use-comparison.ts';
import { usePerspectiveName } from './use-perspective-name.ts';
import { usePerspectives } from './use-perspectives.ts';

/** Claims in each list: a room takes in no more. */
const LISTED = 2;

const NO_NAMES: readonly string[] = [];

/** For the stage: where the two first teams differ most, or the two first opinion groups. */
export function StagedComparison() {
  const t = useMessages('perspectives');
  const nameOf = usePerspectiveName();
  const { known } = usePerspectives(NO_NAMES);
  const choices = known === null || known === 'failed' ? null : known.choices;
  const pair = choices && firstPair(choices);
  if (pair) return <Pair names={pair} called={[nameOf(pair[0]), nameOf(pair[1])]} />;
  if (known === null || known === 'failed') return <p>{t(known === null ? 'loading' : 'failed')}</p>;
  return <p>{t(known.kept ? 'keptStage' : 'noPair')}</p>;
}

interface PairProps {
  readonly names: PerspectivePair;
  readonly called: readonly [left: string, right: string];
}

function Pair({ names: [left, right], called }: PairProps) {
  const t = useMessages('perspectives');
  const asked = useMemo(() => [left, right], [left, right]);
  const { known, votesOf } = usePerspectives(asked);
  const comparison = useComparison(votesOf(left), votesOf(right));
  if (comparison === null) return <p>{t(known === 'failed' ? 'failed' : 'loading')}</p>;
  return (
    <div className={styles.staged}>
      <ComparisonLists comparison={comparison} names={called} most={LISTED} isBare />
    </div>
  );
}
