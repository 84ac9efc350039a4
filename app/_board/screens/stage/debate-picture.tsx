'use client';

import { useMemo, useSyncExternalStore } from 'react';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { PictureName } from '#domain/debate/meetings/spotlight.ts';
import { shareOfSpeaking } from '#domain/debate/meetings/time-spoken.ts';
import { useReadable } from '../../core/claims/use-readable.ts';
import { clockTime } from '../../core/clock/clock-time.ts';
import { useBoard } from '../../core/store/board-context.tsx';
import { StrengthProvider, useStrengthCell } from '../../core/strength/strength-context.tsx';
import { OpinionMap } from '../../features/analysis/opinions/opinion-map.tsx';
import { OpinionsProvider, useOpinions } from '../../features/analysis/opinions/opinions-context.tsx';
import { whyNot } from '../../features/analysis/opinions-section.tsx';
import { StatementRows } from '../../features/analysis/statement-rows.tsx';
import { StrengthBars } from '../../features/analysis/strength-bars.tsx';
import { useParticipation } from '../../features/analysis/use-participation.ts';
import { ConclusionToRead } from '../../features/conclusion/conclusion-article.tsx';
import { useConclusion } from '../../features/conclusion/use-conclusion.ts';
import { StagedComparison } from '../../features/perspectives/staged-comparison.tsx';
import styles from './debate-picture.module.css';
import stage from './stage-board.module.css';

/** Number of claims of each kind by which so many groups are compared: a room takes in no more. */
const shownFor = (groups: number) => (groups > 2 ? 1 : 2);

/** A picture of the whole debate, in large type: nobody's own place is marked. */
export default function DebatePicture({ name }: { name: Exclude<PictureName, '~results'> }) {
  const debateId = useBoard((board) => board.debateId);
  switch (name) {
    case '~opinions':
      return (
        <OpinionsProvider debateId={debateId} isStage>
          <Groups />
        </OpinionsProvider>
      );
    case '~perspectives':
      return <Perspectives />;
    case '~participation':
      return <Participation />;
    case '~speaking':
      return <SpeakingTime />;
    case '~conclusion':
      return <StagedConclusion />;
    case '~strengths':
      return (
        <StrengthProvider>
          <Strengths />
        </StrengthProvider>
      );
  }
}

function Groups() {
  const t = useMessages('analysis');
  const known = useOpinions();
  const opinions = known === null || known === 'failed' ? null : known.opinions;
  const shown = opinions?.kind === 'groups' ? shownFor(opinions.groups.length) : 0;
  return (
    <section className={stage.scene} aria-label={t('groups')} data-picture="opinions">
      <h1 className={styles.title}>{t('groups')}</h1>
      {opinions === null && <p className={stage.faint}>{t(known === null ? 'loading' : 'failed')}</p>}
      {opinions !== null && opinions.kind !== 'groups' && <p>{whyNot(t, opinions)}</p>}
      {opinions?.kind === 'groups' && (
        <div className={styles.beside}>
          <OpinionMap opinions={opinions} own={null} />
          <div className={styles.claims}>
            {opinions.shared.length > 0 && (
              <>
                <h2>{t('shared', { groups: opinions.groups.includes(null) ? 'shown' : 'all' })}</h2>
                <StatementRows opinions={opinions} ids={opinions.shared.slice(0, shown)} />
              </>
            )}
            {opinions.dividing.length > 0 && (
              <>
                <h2>{t('dividing')}</h2>
                <StatementRows opinions={opinions} ids={opinions.dividing.slice(0, shown)} />
              </>
            )}
          </div>
        </div>
      )}
    </section>
  );
}

function Perspectives() {
  const t = useMessages('perspectives');
  return (
    <section className={stage.scene} aria-label={t('title')} data-picture="perspectives">
      <h1 className={styles.title}>{t('title')}</h1>
      <StagedComparison />
    </section>
  );
}

function Participation() {
  const t = useMessages('analysis');
  const readable = useReadable();
  const { positions, people, half } = useParticipation();
  const records = useBoard(({ replica }) => replica.view.positions);
  const size = (share: (typeof positions)[number]) => share.claims + share.comments;
  const most = Math.max(1, ...positions.map(size));
  const all = (people ?? positions).reduce((sum, share) => sum + size(share), 0);
  return (
    <section className={stage.scene} aria-label={t('participation')} data-picture="participation">
      <h1 className={styles.title}>{t('participation')}</h1>
      {people !== null && (
        <p>
          {t('participationText', {
            count: people.length,
            contributions: all,
            half: people.length < 2 ? 0 : (half ?? 0),
          })}
        </p>
      )}
      <ul className={styles.bars}>
        {positions.map((share) => {
          const position = records.get(share.id);
          return (
            <li key={share.id}>
              <span dir="auto">{readable(position?.name ?? '')}</span>
              <span className={styles.track} aria-hidden="true">
                <span
                  style={{
                    inlineSize: `${(size(share) / most) * 100}%`,
                    background: `var(--hue-${position?.hue ?? 'slate'})`,
                  }}
                />
              </span>
              <span className={styles.figure}>{size(share)}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** Speaking time by position; the present speech runs beside it, and counts when it has ended. */
function SpeakingTime() {
  const t = useMessages('floor');
  const readable = useReadable();
  const speeches = useBoard(({ replica }) => replica.view.speeches);
  const positions = useBoard(({ replica }) => replica.view.positions);
  const shares = useMemo(() => shareOfSpeaking({ speeches, positions }), [speeches, positions]);
  const most = Math.max(1, ...shares.map(({ milliseconds }) => milliseconds));
  const isEmpty = shares.every(({ milliseconds }) => milliseconds === 0);
  return (
    <section className={stage.scene} aria-label={t('speakingTime')} data-picture="speaking">
      <h1 className={styles.title}>{t('speakingTime')}</h1>
      <p>{isEmpty ? t('speakingTimeNone') : t('speakingTimeText')}</p>
      {!isEmpty && (
        <ul className={styles.bars}>
          {shares.map(({ id, milliseconds }) => (
            <li key={id}>
              <span dir="auto">{id === '' ? t('noPosition') : readable(positions.get(id)?.name ?? '')}</span>
              <span className={styles.track} aria-hidden="true">
                <span
                  style={{
                    inlineSize: `${(milliseconds / most) * 100}%`,
                    background: `var(--hue-${positions.get(id)?.hue ?? 'slate'})`,
                  }}
                />
              </span>
              <span className={styles.figure}>{clockTime(Math.round(milliseconds / 1_000))}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function StagedConclusion() {
  const t = useMessages('conclusion');
  const conclusion = useConclusion();
  return (
    <section className={stage.scene} aria-label={t('title')} data-picture="conclusion">
      <h1 className={styles.title}>{t('title')}</h1>
      {conclusion ? (
        <ConclusionToRead conclusion={conclusion} />
      ) : (
        <p className={stage.faint}>{t('notBegun')}</p>
      )}
    </section>
  );
}

function Strengths() {
  const t = useMessages('analysis');
  const cell = useStrengthCell();
  const strengths = useSyncExternalStore(cell.subscribe, cell.read, () => null);
  return (
    <section className={stage.scene} aria-label={t('strengths')} data-picture="strengths">
      <h1 className={styles.title}>{t('strengths')}</h1>
      <p>{t('strengthsText')}</p>
      {strengths ? (
        <div className={styles.large}>
          <StrengthBars strengths={strengths} />
        </div>
      ) : (
        <p className={stage.faint}>{t('loading')}</p>
      )}
    </section>
  );
}
