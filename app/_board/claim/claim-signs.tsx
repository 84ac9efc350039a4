'use client';

import { isContested, isNewTo } from '../../../domain/debate/signs.ts';
import type { Claim } from '../../../domain/debate/state.ts';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { useBoard } from '../store/board-context.tsx';
import { useViewPart } from '../view-provider.tsx';
import styles from './claim-signs.module.css';

/** What can be special about a claim, and the sign it has wherever it is shown. */
export const CLAIM_SIGNS = { retracted: '⊘', contested: '⇅', new: '●' } as const;

/** What is special about a claim now: each a sign and a word. */
export function ClaimSigns({ claim }: { claim: Claim }) {
  const t = useMessages('claim');
  const isNew = useIsNew(claim);
  const shown = {
    retracted: claim.retracted,
    contested: !claim.retracted && isContested(claim.tally),
    new: isNew,
  };
  return (['retracted', 'contested', 'new'] as const)
    .filter((sign) => shown[sign])
    .map((sign) => (
      <span key={sign} className={styles.sign} data-sign={sign} title={t(`${sign}Hint`)}>
        <span aria-hidden="true">{CLAIM_SIGNS[sign]}</span> {t(sign)}
      </span>
    ));
}

/** Is this claim new to who looks at it? */
export function useIsNew(claim: Claim): boolean {
  const participantId = useBoard(({ replica }) => replica.participantId);
  return useViewPart(
    ({ since, opened }) => since !== null && isNewTo(claim, { participantId, since, opened }),
  );
}
