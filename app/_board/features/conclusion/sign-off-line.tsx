'use client';

import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { hueStyle } from '#app/_ui/people/hue.ts';
import type { SignOff } from '#domain/debate/conclusion/signatures.ts';
import { usePosition } from '../../core/claims/use-claim.ts';
import { useBoard } from '../../core/store/board-context.tsx';
import styles from './conclusion.module.css';
import { useSignOffs } from './use-conclusion.ts';

/** How the positions have signed off the conclusion, one line each; nothing if none has. */
export function SignOffLines() {
  const t = useMessages('conclusion');
  const all = useSignOffs();
  const signed = all.filter(
    ({ current, earlier, recorded }) => current.length + earlier.length > 0 || recorded,
  );
  if (signed.length === 0) return null;
  return (
    <ul className={styles.signOffs} aria-label={t('signOffs')}>
      {signed.map((signOff) => (
        <li key={signOff.positionId}>
          <SignOffLine signOff={signOff} />
        </li>
      ))}
    </ul>
  );
}

/** A position with who and how many signed for it, and whether they signed the text as it is now. */
export function SignOffLine({ signOff }: { signOff: SignOff }) {
  const position = usePosition(signOff.positionId);
  const said = useSignOffSentence(signOff);
  if (!position) return null;
  return (
    <>
      <strong className={styles.position} style={hueStyle(position.hue)} dir="auto">
        {position.name}
      </strong>{' '}
      <span>{said}</span>
    </>
  );
}

function useSignOffSentence({ current, earlier, recorded }: SignOff): string {
  const t = useMessages('conclusion');
  const revision = useBoard(({ replica }) => replica.view.conclusion?.revision);
  const parts = [
    ...(current.length > 0 ? [t('signedBy', { count: current.length })] : []),
    ...(earlier.length > 0 ? [t('signedEarlier', { count: earlier.length })] : []),
    ...(recorded ? [t(recorded.revision === revision ? 'recorded' : 'recordedEarlier')] : []),
  ];
  return parts.length > 0 ? parts.join(' · ') : t('notSigned');
}
