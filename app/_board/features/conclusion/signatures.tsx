'use client';

import { useId } from 'react';
import { Button } from '#app/_ui/button/button.tsx';
import { Note } from '#app/_ui/layout/note.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { Conclusion, Signature } from '#domain/debate/conclusion/conclusion.ts';
import { ownSignature, type SignOff } from '#domain/debate/conclusion/signatures.ts';
import { isAnonymous } from '#domain/debate/head/names.ts';
import { teamOf } from '#domain/debate/positions/team-of.ts';
import { useAnnounce } from '../../core/announcing/announce-context.tsx';
import { useMay, usePosition } from '../../core/claims/use-claim.ts';
import { useSubmit } from '../../core/commands/join-context.tsx';
import { useRejectionSentence } from '../../core/commands/use-rejection-sentence.ts';
import { useSaidName } from '../../core/people/person-name.tsx';
import { useBoard } from '../../core/store/board-context.tsx';
import { newId } from '../../core/store/new-id.ts';
import styles from './conclusion.module.css';
import { SignOffLine } from './sign-off-line.tsx';
import { useSignOffs } from './use-conclusion.ts';

/** Names shown of the people who signed for a position. */
const NAMED = 12;

/** The signatures on the conclusion, position by position, with what the viewer may do about it. */
export function Signatures({ conclusion }: { conclusion: Conclusion }) {
  const t = useMessages('conclusion');
  const title = useId();
  const all = useSignOffs();
  const mine = useOwnSignature();
  const hasTeams = useBoard(({ replica }) => replica.view.head?.settings.teams !== 'off');
  const mayJoin = useMay('conclusion.sign');
  return (
    <section className={styles.section} aria-labelledby={title}>
      <h3 id={title} className={styles.heading}>
        {t('signOffs')}
      </h3>
      {mayJoin && <Note>{t(hasTeams ? 'signHintTeams' : 'signHint')}</Note>}
      <ul className={styles.positions}>
        {all.map((signOff) => (
          <li key={signOff.positionId} data-position={signOff.positionId}>
            <p className={styles.signOff}>
              <SignOffLine signOff={signOff} />
            </p>
            <Names signatures={[...signOff.current, ...signOff.earlier]} conclusion={conclusion} />
            <Acts signOff={signOff} conclusion={conclusion} mine={mine} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The people who signed, as far as names are shown. */
function Names({
  signatures,
  conclusion,
}: {
  readonly signatures: readonly Signature[];
  readonly conclusion: Conclusion;
}) {
  const t = useMessages('conclusion');
  const isNameless = useBoard(({ replica }) => isAnonymous(replica.view));
  if (isNameless || signatures.length === 0) return null;
  const more = signatures.length - NAMED;
  return (
    <ul className={styles.names}>
      {signatures.slice(0, NAMED).map((signature) => (
        <li key={signature.id}>
          <SignerName signature={signature} isEarlier={signature.revision !== conclusion.revision} />
        </li>
      ))}
      {more > 0 && <li>{t('moreNames', { count: more })}</li>}
    </ul>
  );
}

function SignerName({ signature, isEarlier }: { signature: Signature; isEarlier: boolean }) {
  const t = useMessages('conclusion');
  const name = useSaidName(signature.author);
  const person = useBoard(({ replica }) => replica.view.participants.get(signature.author));
  const isOut = person !== undefined && person.membership !== 'member' && !person.erased;
  return (
    <>
      <bdi>{name}</bdi>
      {isEarlier && <> {t('earlierMark')}</>}
      {isOut && <> {t('outMark')}</>}
      {!isOut && person?.role === 'observer' && <> {t('observerMark')}</>}
    </>
  );
}

interface ActsProps {
  readonly signOff: SignOff;
  readonly conclusion: Conclusion;
  readonly mine: Signature | undefined;
}

/** Signs for a position or withdraws that; for moderators also what they record for it. */
function Acts({ signOff: { positionId, recorded }, conclusion, mine }: ActsProps) {
  const t = useMessages('conclusion');
  const submit = useSubmit();
  const announce = useAnnounce();
  const sentence = useRejectionSentence();
  const position = usePosition(positionId);
  const name = position?.name ?? '';
  const maySign = useMaySignFor(positionId);
  const mayWithdraw = useMay('conclusion.unsign');
  const mayRecord = useMay('conclusion.record');
  const isThere = position?.removed === false;
  const isPending = useIsTextPending();
  const { revision } = conclusion;
  const isMine = mine?.positionId === positionId;
  const sign = (type: 'conclusion.sign' | 'conclusion.record') =>
    submit([{ type, signatureId: newId('n'), positionId, revision }], (refusal) => {
      const done = type === 'conclusion.sign' ? 'signedNow' : 'recordedNow';
      announce(refusal ? sentence(refusal) : t(done, { position: name }));
    });
  return (
    <div className={styles.acts}>
      {maySign && isThere && !(isMine && mine.revision === revision) && (
        <Button
          look="primary"
          size="small"
          unavailable={isPending}
          aria-label={t(isMine ? 'signAgainLabel' : 'signLabel', { position: name })}
          onClick={() => sign('conclusion.sign')}
        >
          {t(isMine ? 'signAgain' : 'signFor')}
        </Button>
      )}
      {isMine && mayWithdraw && (
        <Button
          look="quiet"
          size="small"
          aria-label={t('withdrawLabel', { position: name })}
          onClick={() => submit([{ type: 'conclusion.unsign' }])}
        >
          {t('withdraw')}
        </Button>
      )}
      {mayRecord && isThere && recorded?.revision !== revision && (
        <Button
          look="quiet"
          size="small"
          unavailable={isPending}
          aria-label={t('recordLabel', { position: name })}
          onClick={() => sign('conclusion.record')}
        >
          {t('record')}
        </Button>
      )}
      {mayRecord && recorded && (
        <Button
          look="quiet"
          size="small"
          aria-label={t('unrecordLabel', { position: name })}
          onClick={() =>
            submit([{ type: 'conclusion.record', signatureId: recorded.id, positionId, revision: null }])
          }
        >
          {t('unrecord')}
        </Button>
      )}
    </div>
  );
}

function useOwnSignature(): Signature | undefined {
  return useBoard(({ replica: { view, participantId } }) =>
    participantId === null ? undefined : ownSignature(view, participantId),
  );
}

/** True if the viewer may sign for this position: for any, or with teams for the one they speak for. */
function useMaySignFor(positionId: string): boolean {
  const may = useMay('conclusion.sign');
  const team = useBoard(({ replica: { view, participantId } }) => {
    if (view.head?.settings.teams === 'off') return positionId;
    return participantId === null ? null : teamOf(view, participantId);
  });
  return may && team === positionId;
}

/** True while the viewer's own words are on their way: what they would sign is not known yet. */
function useIsTextPending(): boolean {
  return useBoard(({ replica }) =>
    replica.pending.some(({ operation }) => operation.type === 'conclusion.edit'),
  );
}
