'use client';

import { useMemo } from 'react';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { Contributed } from '#domain/analysis/participation.ts';
import { areTalliesHidden, isBallotSecret } from '#domain/debate/votes/ballots.ts';
import { PrintedPersonName } from '../../core/people/person-name.tsx';
import { useBoard } from '../../core/store/board-context.tsx';
import styles from './analysis.module.css';
import { useOpinions } from './opinions/opinions-context.tsx';
import { OverTime } from './over-time.tsx';
import { ShareBars } from './share-bars.tsx';
import { useParticipation } from './use-participation.ts';

/** Number of people whose shares are shown at once. */
const SHOWN = 12;

/** Participation: by position, by person if names are disclosed, and over time. */
export function ParticipationSection() {
  const t = useMessages('analysis');
  const { people, half, positions, votesOn, time, step } = useParticipation();
  const records = useBoard(({ replica }) => replica.view.positions);
  const isSecret = useBoard(({ replica }) => isBallotSecret(replica.view));
  const isHidden = useBoard(({ replica }) => areTalliesHidden(replica.view));
  const known = useOpinions();
  const given = known !== null && known !== 'failed' ? known.given : null;
  const by = given?.by ?? null;
  const everybody = useMemo(() => withVoters(people, by), [people, by]);
  const total = positionsTotal(people ?? positions);
  return (
    <>
      {people === null ? (
        <p className={styles.text}>{t('unnamed')}</p>
      ) : (
        <p className={styles.text}>
          {t('participationText', {
            count: people.length,
            contributions: total,
            half: people.length < 2 ? 0 : (half ?? 0),
          })}
        </p>
      )}
      <p className={styles.text}>
        {given
          ? t('votesGiven', { people: given.people, votes: given.votes })
          : t(isSecret && !isHidden ? 'votesSecret' : 'votesHidden')}
      </p>
      <h3>{t('byPosition')}</h3>
      {votesOn && <p className={styles.text}>{t('byPositionText')}</p>}
      <ShareBars
        head={t('position')}
        shares={positions}
        votes={votesOn && { head: t('votes'), of: (id) => votesOn.get(id) ?? 0 }}
        nameOf={({ id }) => records.get(id)?.name ?? ''}
        colorOf={({ id }) => `var(--hue-${records.get(id)?.hue ?? 'slate'})`}
      />
      {everybody !== null && everybody.length > 0 && (
        <>
          <h3>{t('byPerson')}</h3>
          <ShareBars
            head={t('person')}
            shares={everybody}
            shown={SHOWN}
            votes={by && { head: t('votes'), of: (id) => by[id] ?? 0 }}
            nameOf={({ id }) => <PrintedPersonName id={id} />}
            colorOf={() => 'var(--ink-dim)'}
          />
          {given?.by === null && !isSecret && <p className={styles.soft}>{t('votesByPersonHidden')}</p>}
        </>
      )}
      <OverTime
        title={t('overTime')}
        step={step}
        series={[
          { name: t('claims'), counts: time.map(({ claims }) => claims) },
          { name: t('comments'), counts: time.map(({ comments }) => comments) },
        ]}
        from={time.map((stretch) => stretch.from)}
        said={(said) => t('overTimeText', said)}
      />
      {given?.time && (
        <OverTime
          title={t('votesOverTime')}
          step={given.time.step}
          series={[{ name: t('votes'), counts: given.time.stretches.map(({ votes }) => votes) }]}
          from={given.time.stretches.map((stretch) => stretch.from)}
          said={(said) => t('votesOverTimeText', said)}
        />
      )}
      {given && !given.time && <p className={styles.soft}>{t('votesOverTimeHidden')}</p>}
    </>
  );
}

/** Adds the people who only voted after those who contributed. */
function withVoters(
  people: readonly Contributed[] | null,
  by: Readonly<Record<string, number>> | null,
): readonly Contributed[] | null {
  if (people === null || by === null) return people;
  const known = new Set(people.map(({ id }) => id));
  const voters = Object.keys(by).filter((id) => !known.has(id));
  const others = voters.sort((a, b) => (by[b] ?? 0) - (by[a] ?? 0));
  return [...people, ...others.map((id) => ({ id, claims: 0, comments: 0, words: 0 }))];
}

function positionsTotal(shares: readonly Contributed[]): number {
  return shares.reduce((sum, { claims, comments }) => sum + claims + comments, 0);
}
