'use client';

import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { SwingByTeam } from '#domain/analysis/opinions/swing-by-team.ts';
import type { Swing } from '#domain/debate/polls/polls.ts';
import { SwingPicture } from '../../core/polls/swing-picture.tsx';
import { useSwing } from '../../core/polls/use-polls.ts';
import { useBoard } from '../../core/store/board-context.tsx';
import styles from './analysis.module.css';
import { useOpinions } from './opinions/opinions-context.tsx';

/** How opinions moved between the polls on the motion: in total, and by team. */
export function SwingSection() {
  const t = useMessages('analysis');
  const swing = useSwing();
  const known = useOpinions();
  const byTeam = known !== null && known !== 'failed' ? known.swing : null;
  if (!swing) return <p className={styles.soft}>{t('swingNone')}</p>;
  return (
    <>
      <SwingPicture swing={swing} />
      {byTeam !== null && byTeam.pollId === swing.after.id && hasTeams(byTeam) && (
        <Teams swing={swing} byTeam={byTeam} />
      )}
    </>
  );
}

/** True if anyone speaks for a position. Otherwise everyone is in no team. */
function hasTeams({ teams }: SwingByTeam): boolean {
  return teams.length !== 1 || teams[0]?.positionId !== null;
}

function Teams({ swing, byTeam }: { swing: Swing; byTeam: SwingByTeam }) {
  const t = useMessages('analysis');
  const positions = useBoard(({ replica }) => replica.view.positions);
  const inTeams = byTeam.teams.reduce((sum, { flows }) => sum + peopleIn(flows), 0);
  return (
    <>
      <h3>{t('swingTeams')}</h3>
      <div className={styles.teams}>
        {byTeam.teams.map(({ positionId, flows }) => (
          <section key={positionId ?? ''}>
            <h4 dir="auto">{t('swingTeam', { name: positions.get(positionId ?? '')?.name ?? 'none' })}</h4>
            <SwingPicture swing={ofTeam(swing, flows)} isPart />
          </section>
        ))}
      </div>
      {inTeams < swing.people && <p className={styles.text}>{t('swingTeamsHidden')}</p>}
    </>
  );
}

function ofTeam(swing: Swing, flows: readonly (readonly number[])[]): Swing {
  const from = flows.map((row) => row.reduce((sum, count) => sum + count, 0));
  const to = flows.map((_, stance) => flows.reduce((sum, row) => sum + (row[stance] ?? 0), 0));
  return { ...swing, flows, from, to, people: peopleIn(flows) };
}

function peopleIn(flows: readonly (readonly number[])[]): number {
  return flows.flat().reduce((sum, count) => sum + count, 0);
}
