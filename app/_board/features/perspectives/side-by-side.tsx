'use client';

import { useDeferredValue, useMemo, useState } from 'react';
import { Button } from '#app/_ui/button/button.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { hueStyle } from '#app/_ui/people/hue.ts';
import { Segments } from '#app/_ui/segments.tsx';
import { usePrinting } from '#app/_ui/use-printing.ts';
import { agreeShare, type PerspectiveVotes } from '#domain/analysis/perspectives/perspective.ts';
import { BearingSign } from '../../core/claims/bearing-sign.tsx';
import { useReadable } from '../../core/claims/use-readable.ts';
import { useBoard } from '../../core/store/board-context.tsx';
import { PerspectiveVotesBar } from './perspective-votes-bar.tsx';
import styles from './perspectives.module.css';
import { type SideRow, sideRows } from './side-rows.ts';

/** Lines that are drawn at first, and added on request. */
const AT_ONCE = 150;

interface SideBySideProps {
  readonly left: PerspectiveVotes;
  readonly right: PerspectiveVotes;
  readonly names: readonly [left: string, right: string];
}

/** The whole debate line by line, each claim with the votes of both: as in the outline, or the largest difference first. */
export function SideBySide({ left, right, names }: SideBySideProps) {
  const t = useMessages('perspectives');
  const view = useDeferredValue(useBoard(({ replica }) => replica.view));
  const [order, setOrder] = useState<'place' | 'difference'>('place');
  const [most, setMost] = useState(AT_ONCE);
  const isPrinting = usePrinting();
  const outline = useMemo(() => sideRows(view), [view]);
  const rows = useMemo(
    () => (order === 'place' ? outline : byDifference(outline, left, right)),
    [order, outline, left, right],
  );
  return (
    <section className={styles.part} data-list="tree">
      <h2>{t('tree')}</h2>
      <div className={styles.order}>
        <Segments
          label={t('order')}
          segments={[
            { value: 'place', label: t('byPlace') },
            { value: 'difference', label: t('byDifference') },
          ]}
          chosen={order}
          onChoose={setOrder}
        />
      </div>
      <table className={styles.table} aria-label={t('treeLabel', { left: names[0], right: names[1] })}>
        <thead>
          <tr>
            <th scope="col">{t('claim')}</th>
            {names.map((name, nth) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two columns, which may have the same name.
              <th key={nth} scope="col" dir="auto">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, isPrinting ? rows.length : most).map((row) => (
            <Line
              key={row.id}
              row={order === 'place' ? row : { ...row, depth: 1 }}
              left={left}
              right={right}
              names={names}
            />
          ))}
        </tbody>
      </table>
      {rows.length > most && (
        <Button className={styles.moreLines} onClick={() => setMost(most + AT_ONCE)}>
          {t('more', { count: rows.length - most })}
        </Button>
      )}
    </section>
  );
}

function byDifference(
  rows: readonly SideRow[],
  left: PerspectiveVotes,
  right: PerspectiveVotes,
): readonly SideRow[] {
  const difference = ({ id }: SideRow) => {
    const [one, other] = [agreeShare(left.get(id)), agreeShare(right.get(id))];
    return one === null || other === null ? -1 : Math.abs(one - other);
  };
  return rows.filter(({ bearing }) => bearing !== null).toSorted((a, b) => difference(b) - difference(a));
}

function Line({
  row: { id, depth, bearing },
  left,
  right,
  names,
}: SideBySideProps & { readonly row: SideRow }) {
  const readable = useReadable();
  const text = useBoard(
    ({ replica: { view } }) => view.claims.get(id)?.text ?? view.positions.get(id)?.name ?? '',
  );
  const hue = useBoard(({ replica: { view } }) => view.positions.get(id)?.hue);
  if (bearing === null)
    return (
      <tr className={styles.position} style={hueStyle(hue)}>
        <th scope="rowgroup" colSpan={3} dir="auto">
          {readable(text)}
        </th>
      </tr>
    );
  return (
    <tr data-claim={id}>
      <th scope="row" style={{ paddingInlineStart: `${Math.min(depth - 1, 8) * 16}px` }}>
        <span className={styles.sign} data-bearing={bearing}>
          <BearingSign bearing={bearing} />
        </span>
        <span dir="auto">{readable(text)}</span>
      </th>
      <td data-name={names[0]}>
        <PerspectiveVotesBar name={names[0]} votes={left.get(id)} />
      </td>
      <td data-name={names[1]}>
        <PerspectiveVotesBar name={names[1]} votes={right.get(id)} />
      </td>
    </tr>
  );
}
