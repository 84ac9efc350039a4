'use client';

import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { hueStyle } from '#app/_ui/people/hue.ts';
import { isSignedOff, type SignOff } from '#domain/debate/conclusion/signatures.ts';
import { usePosition } from '../../core/claims/use-claim.ts';
import { useBoard } from '../../core/store/board-context.tsx';
import styles from './conclusion.module.css';
import { signOffSentence } from './sign-off-sentence.ts';
import { useSignOffs } from './use-conclusion.ts';

/** How the positions have signed off the conclusion, one line each; nothing if none has. */
export function SignOffLines() {
  const t = useMessages('conclusion');
  const all = useSignOffs();
  const signed = all.filter(isSignedOff);
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

function useSignOffSentence(signOff: SignOff): string {
  const t = useMessages('conclusion');
  const revision = useBoard(({ replica }) => replica.view.conclusion?.revision);
  return signOffSentence(t, signOff, revision);
}
