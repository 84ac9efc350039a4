'use client';

import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { Poll } from '#domain/debate/polls/poll.ts';
import type { Bin, Spread } from '#domain/debate/polls/spread.ts';
import { useNumberText } from '../../core/polls/use-number-text.ts';
import { Columns } from './columns.tsx';
import styles from './form-result.module.css';

/** The spread of numbers: a histogram, the median, the middle half, and the right number once it is known. */
export function NumberResult({ poll, spread }: { poll: Poll; spread: Spread }) {
  const t = useMessages('pollForms');
  const unit = poll.form?.type === 'number' ? poll.form.unit : '';
  const text = useNumberText();
  const said = (number: number) => t('withUnit', { number: text(number), unit }).trim();
  const between = (from: number, to: number) => t('bin', { from: text(from), to: text(to) });
  const { median, quartiles, bins, whole } = spread;
  const most = Math.max(...bins.map(({ count }) => count), 1);
  const nameOf = ({ from, to }: Bin) => {
    if (from === null) return t('below', { to: text(to ?? 0) });
    if (to === null) return t('from', { from: text(from) });
    if (!whole) return between(from, to);
    return to - from === 1 ? text(from) : between(from, to - 1);
  };
  return (
    <div className={styles.whole}>
      {bins.length > 0 && (
        <Columns
          label={t('distribution')}
          hasLongNames
          columns={bins.map((bin) => ({ name: nameOf(bin), count: bin.count, share: bin.count / most }))}
        />
      )}
      <dl className={styles.figures}>
        {poll.right !== undefined && <Fact name={t('right')} value={said(poll.right)} isStrong />}
        {median !== null && <Fact name={t('median')} value={said(median)} />}
        {quartiles && <Fact name={t('quartiles')} value={between(...quartiles)} />}
      </dl>
      {median === null && poll.answered > 0 && <p className={styles.facts}>{t('tooFewForMedian')}</p>}
    </div>
  );
}

function Fact({ name, value, isStrong = false }: { name: string; value: string; isStrong?: boolean }) {
  return (
    <div data-strong={isStrong ? '' : undefined}>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
