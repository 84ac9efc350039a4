'use client';

import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { ComparedClaim, Comparison } from '#domain/analysis/perspectives/compare-perspectives.ts';
import { useReadable } from '../../core/claims/use-readable.ts';
import { useBoard } from '../../core/store/board-context.tsx';
import { PerspectiveVotesBar } from './perspective-votes-bar.tsx';
import styles from './perspectives.module.css';

interface ListsProps {
  readonly comparison: Comparison;
  readonly names: readonly [left: string, right: string];
  /** True if one of the two is the viewer, who has not voted. */
  readonly lacksOwnVotes?: boolean;
  /** How many claims each list shows. */
  readonly most: number;
  /** Opens a claim; absent: claims are only read. */
  readonly onOpen?: (claimId: string) => void;
  /** True for a stage: without explanations. */
  readonly isBare?: boolean;
}

/** Where two perspectives differ most, and their common ground. */
export function ComparisonLists({
  comparison,
  names,
  most,
  onOpen,
  lacksOwnVotes = false,
  isBare = false,
}: ListsProps) {
  const t = useMessages('perspectives');
  if (lacksOwnVotes) return <p className={styles.soft}>{t('noOwnVotes')}</p>;
  const { differing, shared, notCompared } = comparison;
  return (
    <>
      <section className={styles.part} data-list="differ">
        <h3>{t('differ')}</h3>
        {differing.length === 0 && <p className={styles.soft}>{t('differNone')}</p>}
        <Rows claims={differing} names={names} most={most} onOpen={onOpen} />
      </section>
      <section className={styles.part} data-list="common">
        <h3>{t('common')}</h3>
        {!isBare && <p className={styles.soft}>{t('commonText')}</p>}
        {shared.length === 0 && <p className={styles.soft}>{t('commonNone')}</p>}
        <Rows claims={shared} names={names} most={most} onOpen={onOpen} />
      </section>
      {!isBare && notCompared > 0 && (
        <p className={styles.soft}>{t('notCompared', { count: notCompared })}</p>
      )}
    </>
  );
}

interface RowsProps extends Pick<ListsProps, 'names' | 'most'> {
  readonly claims: readonly ComparedClaim[];
  readonly onOpen: ListsProps['onOpen'];
}

function Rows({ claims, names, most, onOpen }: RowsProps) {
  const t = useMessages('perspectives');
  if (claims.length === 0) return null;
  return (
    <ol className={styles.rows}>
      {claims.slice(0, most).map(({ id, left, right, difference }) => (
        <li key={id} data-claim={id}>
          <ClaimWords id={id} onOpen={onOpen} />
          <PerspectiveVotesBar name={names[0]} votes={left} named />
          <PerspectiveVotesBar name={names[1]} votes={right} named />
          <span className={styles.apart}>
            {t('apart', { points: Math.round(Math.abs(difference) * 100) })}
          </span>
        </li>
      ))}
      {claims.length > most && <li className={styles.soft}>{t('more', { count: claims.length - most })}</li>}
    </ol>
  );
}

/** A claim's text, as a button if it can be opened. */
function ClaimWords({ id, onOpen }: { id: string; onOpen: ListsProps['onOpen'] }) {
  const readable = useReadable();
  const text = useBoard(({ replica }) => replica.view.claims.get(id)?.text ?? '');
  if (!onOpen)
    return (
      <span className={styles.words} dir="auto">
        {readable(text)}
      </span>
    );
  return (
    <button type="button" className={styles.words} dir="auto" onClick={() => onOpen(id)}>
      {readable(text)}
    </button>
  );
}
