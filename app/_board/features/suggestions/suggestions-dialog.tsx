'use client';

import { type RefObject, useRef } from 'react';
import { Dialog } from '#app/_ui/dialogs/dialog.tsx';
import { Stack } from '#app/_ui/layout/stack.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { groupBy } from '#domain/collections/group-by.ts';
import type { Suggestion } from '#domain/debate/suggestions/suggestion.ts';
import { excerpt } from '../../core/claims/excerpt.ts';
import { useReadable } from '../../core/claims/use-readable.ts';
import { useBoard } from '../../core/store/board-context.tsx';
import { useViewActs } from '../../core/view/view-state.tsx';
import { SuggestionItems } from './suggestion-list.tsx';
import styles from './suggestions.module.css';
import { useSuggestionsAbout } from './use-suggestions.ts';

/** Number of characters that identify a claim; its whole text is in the difference. */
const SHOWN = 120;

/**
 * All suggested wordings that concern the viewer: for their own claims, for others' claims, and those they made, each to be answered in
 * place.
 */
export default function SuggestionsDialog({ onClose }: { onClose: () => void }) {
  const t = useMessages('suggestions');
  const about = useSuggestionsAbout();
  const left = useRef(false);
  const parts = (['toAnswer', 'others', 'own'] as const).filter((part) => about[part].length > 0);
  return (
    <Dialog title={t('all')} size="wide" onClose={onClose} givesBackFocus={() => !left.current}>
      <div className={styles.all}>
        {parts.length === 0 && <p>{t('nothing')}</p>}
        {parts.map((part) => (
          <section key={part} className={styles.part} data-part={part} aria-labelledby={`suggested-${part}`}>
            <h3 id={`suggested-${part}`}>{t(`part.${part}`, { count: about[part].length })}</h3>
            {[...groupBy(about[part], ({ claimId }) => claimId)].map(([claimId, suggestions]) => (
              <OfClaim
                key={claimId}
                claimId={claimId}
                suggestions={suggestions}
                left={left}
                onClose={onClose}
              />
            ))}
          </section>
        ))}
      </div>
    </Dialog>
  );
}

interface OfClaimProps {
  readonly claimId: string;
  readonly suggestions: readonly Suggestion[];
  /** Set when the viewer goes to a claim: the focus goes there too. */
  readonly left: RefObject<boolean>;
  readonly onClose: () => void;
}

function OfClaim({ claimId, suggestions, left, onClose }: OfClaimProps) {
  const t = useMessages('suggestions');
  const readable = useReadable();
  const claim = useBoard(({ replica }) => replica.view.claims.get(claimId));
  const { select } = useViewActs();
  if (!claim) return null;
  const go = () => {
    left.current = true;
    select({ kind: 'claim', id: claimId });
    onClose();
  };
  return (
    <Stack gap={3}>
      <button type="button" className={styles.claim} dir="auto" onClick={go} title={t('goTo')}>
        {excerpt(readable(claim.text), SHOWN)}
      </button>
      <SuggestionItems claim={claim} suggestions={suggestions} />
    </Stack>
  );
}
