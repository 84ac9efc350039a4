import type { ReactNode } from 'react';
import { clockTime } from '#app/_board/core/clock/clock-time.ts';
import { messages } from '#app/_ui/messages/messages.ts';
import type { PositionShare, Share } from '#domain/meeting/meeting-record.ts';
import styles from '../meetings.module.css';

type AnyShare = Share | PositionShare;

interface ShareTableProps {
  readonly head: string;
  readonly shares: readonly AnyShare[];
  readonly nameOf: (share: AnyShare) => ReactNode;
  /** Colour of a share's bar; none: ink. */
  readonly hueOf?: (share: AnyShare) => string | undefined;
}

/** Share of contributions: the figures, and the fraction of the total as a bar. Comments that aren't counted have no column. */
export function ShareTable({ head, shares, nameOf, hueOf }: ShareTableProps) {
  const t = messages('records');
  const speaks = shares.some(({ spoken }) => spoken > 0);
  const hasComments = shares.some((share) => share.comments !== null);
  const totalOf = (share: AnyShare) => share.claims + (share.comments ?? 0);
  const all = shares.reduce((sum, share) => sum + totalOf(share), 0);
  const partOf = (share: AnyShare) => (all === 0 ? 0 : totalOf(share) / all);
  return (
    <table className={styles.shares}>
      <thead>
        <tr>
          <th scope="col">{head}</th>
          <th scope="col">{t('claims')}</th>
          {hasComments && <th scope="col">{t('comments')}</th>}
          {speaks && <th scope="col">{t('spoken')}</th>}
          <th scope="col">{t('part')}</th>
        </tr>
      </thead>
      <tbody>
        {shares.map((share) => (
          <tr key={share.id} data-share={share.id}>
            <th scope="row" dir="auto">
              {nameOf(share)}
            </th>
            <td>{share.claims}</td>
            {hasComments && <td>{share.comments}</td>}
            {speaks && <td>{clockTime(Math.round(share.spoken / 1_000))}</td>}
            <td>
              <span className={styles.part}>{t('share', { share: partOf(share) })}</span>
              <span
                className={styles.bar}
                style={{ inlineSize: `${partOf(share) * 100}%`, background: hueOf?.(share) }}
                aria-hidden="true"
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
