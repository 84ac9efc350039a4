'use client';

import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { hasOwnTitle } from '#domain/debate/head/own-title.ts';
import { phaseIn, runningAgenda } from '#domain/debate/phases/phases.ts';
import { usePhaseName } from '../../core/phases/use-phase-name.ts';
import { useBoard } from '../../core/store/board-context.tsx';
import { Countdown } from '../../features/agenda/countdown.tsx';
import { SpeakerTime } from '../../features/floor/speaker-time.tsx';
import { useFloor, useSpeakerName } from '../../features/floor/use-floor.ts';
import styles from './stage-board.module.css';

/** Above the scene: the title if it says more than the motion below, the phase and its timer, the speaker and their timer, and the number of raised hands. */
export function NowCorner() {
  const t = useMessages('agenda');
  const title = useBoard(({ replica }) =>
    replica.view.head && hasOwnTitle(replica.view.head) ? replica.view.head.title : '',
  );
  const agenda = useBoard(({ replica }) => runningAgenda(replica.view));
  const phaseName = usePhaseName();
  const phase = agenda && phaseIn(agenda, agenda.at);
  return (
    <header className={styles.now}>
      <p className={styles.title} dir="auto">
        {title}
      </p>
      <Floor />
      {phase && (
        <p className={styles.phase} dir="auto">
          {phaseName(phase)}
        </p>
      )}
      {agenda?.timer && (
        <p>
          {!phase && `${t('timer')} `}
          <Countdown timer={agenda.timer} />
        </p>
      )}
    </header>
  );
}

function Floor() {
  const t = useMessages('floor');
  const { hands, speaker } = useFloor();
  const name = useSpeakerName(speaker?.participantId ?? '');
  return (
    <>
      {speaker && (
        <p className={styles.speaker}>
          <span dir="auto">{t('speaks', { name })}</span> <SpeakerTime speaker={speaker} />
        </p>
      )}
      {hands.length > 0 && <p>{t('hands', { count: hands.length })}</p>}
    </>
  );
}
