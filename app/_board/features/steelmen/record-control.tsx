'use client';

import { Button } from '#app/_ui/button/button.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { awaitsRecognition, type SteelmanClaim } from '#domain/debate/map/steelman.ts';
import { recordedAnswer } from '#domain/debate/steelmen/recognition.ts';
import { useSteelmanNames } from '../../core/claims/use-steelman.ts';
import { RejectionNote } from '../../core/commands/rejection-note.tsx';
import { useAsk } from '../../core/commands/use-ask.ts';
import { newId } from '../../core/store/new-id.ts';
import styles from './steelmen.module.css';

/** For moderators: recognizes a best case for its position as a whole, for a team that is absent or agreed aloud. */
export function RecordControl({ claim }: { claim: SteelmanClaim }) {
  const t = useMessages('steelmen');
  const names = useSteelmanNames(claim);
  const { ask, refusal } = useAsk();
  const recorded = recordedAnswer(claim);
  const record = (wording: number | null) =>
    ask({ type: 'steelman.record', claimId: claim.id, answerId: newId('a'), wording });
  return (
    <>
      <div className={styles.acts}>
        {awaitsRecognition(claim) && (
          <Button size="small" onClick={() => record(claim.wording)}>
            {t('record', names)}
          </Button>
        )}
        {(recorded || !awaitsRecognition(claim)) && (
          <Button size="small" look="quiet" onClick={() => record(null)}>
            {t('unrecord')}
          </Button>
        )}
      </div>
      <RejectionNote rejection={refusal} />
    </>
  );
}
