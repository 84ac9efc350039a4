'use client';

import { useId } from 'react';
import { Note } from '#app/_ui/layout/note.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { awaitsRecognition, type SteelmanClaim } from '#domain/debate/map/steelman.ts';
import { teamOf } from '#domain/debate/positions/team-of.ts';
import { agreementsNeeded, ownAnswer } from '#domain/debate/steelmen/recognition.ts';
import { useMay } from '../../core/claims/use-claim.ts';
import { useSteelmanNames } from '../../core/claims/use-steelman.ts';
import { useBoard } from '../../core/store/board-context.tsx';
import { AnswerControl } from './answer-control.tsx';
import { AnswerList } from './answer-list.tsx';
import { RecordControl } from './record-control.tsx';
import styles from './steelmen.module.css';

/** In the panel of a claim that a team wrote as the best case for another position: what it is, who answered, and the viewer's answer. */
export default function SteelmanSection({ claim }: { claim: SteelmanClaim }) {
  const t = useMessages('steelmen');
  const title = useId();
  const names = useSteelmanNames(claim);
  const waits = awaitsRecognition(claim);
  const needed = useBoard(({ replica }) => agreementsNeeded(replica.view, claim.positionId));
  const agreed = claim.steelman.answers.filter(
    ({ agrees, recorded, wording }) => agrees && !recorded && wording === claim.wording,
  ).length;
  const isRecorded = agreed === 0;
  const mayRecord = useMay('steelman.record', claim.author) && !claim.retracted;
  return (
    <section className={styles.section} data-section="steelman" aria-labelledby={title}>
      <h3 className={styles.heading} id={title} dir="auto">
        <span aria-hidden="true">⇄</span> {t('title', names)}
      </h3>
      <p dir="auto">{t('writtenBy', names)}</p>
      <p role="status" data-recognized={waits ? undefined : ''} dir="auto">
        {!waits && <span aria-hidden="true">✓ </span>}
        {t(waits ? 'waiting' : isRecorded ? 'recorded' : 'recognized', names)}
      </p>
      {waits && needed > 1 && <Note>{t('agreeing', { agreed, needed })}</Note>}
      <Answering claim={claim} />
      <AnswerList claim={claim} />
      <ForAuthors claim={claim} />
      {mayRecord && <RecordControl claim={claim} />}
    </section>
  );
}

/** The viewer's answer, if they speak for the position and did not write the claim. */
function Answering({ claim }: { claim: SteelmanClaim }) {
  const mayAnswer = useMay('steelman.answer', claim.author) && !claim.retracted;
  const isAsked = useBoard(
    ({ replica: { view, participantId } }) =>
      participantId !== null && teamOf(view, participantId) === claim.positionId,
  );
  return mayAnswer && isAsked ? <AnswerControl claim={claim} /> : null;
}

/** Tells the team that wrote it what to do while something is missing. */
function ForAuthors({ claim }: { claim: SteelmanClaim }) {
  const t = useMessages('steelmen');
  const names = useSteelmanNames(claim);
  const isAuthor = useBoard(({ replica: { view, participantId } }) =>
    participantId === null
      ? false
      : claim.author === participantId || teamOf(view, participantId) === claim.steelman.by,
  );
  const isMissing = claim.steelman.answers.some(
    ({ agrees, wording }) => !agrees && wording === claim.wording,
  );
  const isOwn = useBoard(({ replica }) => ownAnswer(claim, replica.participantId ?? '') !== undefined);
  if (!isAuthor || !isMissing || isOwn || !awaitsRecognition(claim)) return null;
  return <Note>{t('forAuthors', names)}</Note>;
}
