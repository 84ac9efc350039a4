'use client';

import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { Poll } from '#domain/debate/polls/poll.ts';
import { scaleMiddle } from '#domain/debate/polls/spread.ts';
import { usePollWords } from '../../core/polls/use-polls.ts';
import { Columns } from './columns.tsx';
import styles from './form-result.module.css';
import { NumberResult } from './number-result.tsx';
import { Bars } from './poll-bars.tsx';
import { RankingResult } from './ranking-result.tsx';
import { TextResult } from './text-result.tsx';

interface FormResultProps {
  readonly poll: Poll;
  readonly counts: readonly number[];
  readonly canHide: boolean;
}

/** The result of a poll that asks for more than one of its options. */
export default function FormResult({ poll, counts, canHide }: FormResultProps) {
  const t = useMessages('pollForms');
  const { optionsOf } = usePollWords();
  const options = optionsOf(poll);
  const { form, gathered, answered } = poll;
  const shareOf = (count: number, all: number) => (all === 0 ? 0 : count / all);
  if (form?.type === 'scale') return <ScaleResult ends={options} counts={counts} />;
  if (form?.type === 'several')
    return (
      <Bars
        rows={options.map((name, at) => {
          const count = counts[at] ?? 0;
          const share = shareOf(count, answered);
          return { name, share, figure: t('ofPeople', { share, count }) };
        })}
      />
    );
  switch (gathered?.type) {
    case 'points': {
      const most = Math.max(...counts, 0);
      const order = options.map((_, at) => at).sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0));
      return (
        <Bars
          rows={order.map((at) => {
            const [points, people] = [counts[at] ?? 0, gathered.givers[at] ?? null];
            const figure = people === null ? t('points', { points }) : t('pointsBy', { points, people });
            return { name: options[at] ?? '', share: shareOf(points, most), figure };
          })}
        />
      );
    }
    case 'ranking':
      return <RankingResult options={options} counts={counts} runOff={gathered} />;
    case 'number':
      return <NumberResult poll={poll} spread={gathered} />;
    case 'text':
      return <TextResult poll={poll} gathered={gathered} canHide={canHide} />;
    default:
      return null;
  }
}

function ScaleResult({ ends, counts }: { ends: readonly string[]; counts: readonly number[] }) {
  const t = useMessages('pollForms');
  const middle = scaleMiddle(counts);
  const all = counts.reduce((sum, count) => sum + count, 0);
  return (
    <div className={styles.whole}>
      <Columns
        label={t('distribution')}
        columns={counts.map((count, at) => ({
          name: `${at + 1}`,
          count,
          share: all === 0 ? 0 : count / Math.max(...counts),
        }))}
      />
      <div className={styles.ends}>
        <span dir="auto">{ends[0]}</span>
        <span dir="auto">{ends[1]}</span>
      </div>
      {middle && <p className={styles.facts}>{t('middle', middle)}</p>}
    </div>
  );
}
