'use client';

import { type RefObject, useRef } from 'react';
import { Dialog } from '#app/_ui/dialogs/dialog.tsx';
import { Stack } from '#app/_ui/layout/stack.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { groupBy } from '#domain/collections/group-by.ts';
import type { SuggestionsAbout } from '#domain/debate/suggestions/open-suggestions.ts';
import type { Suggestion } from '#domain/debate/suggestions/suggestion.ts';
import { excerpt } from '../../core/claims/excerpt.ts';
import { useReadable } from '../../core/claims/use-readable.ts';
import { MoreButton, useShownPart } from '../../core/forms/shown-part.tsx';
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
          <Part key={part} part={part} suggestions={about[part]} left={left} onClose={onClose} />
        ))}
      </div>
    </Dialog>
  );
}

interface ListProps {
  readonly suggestions: readonly Suggestion[];
  /** Set when the viewer goes to a claim: the focus goes there too. */
  readonly left: RefObject<boolean>;
  readonly onClose: () => void;
}

interface PartProps extends ListProps {
  readonly part: keyof SuggestionsAbout;
}

/** The suggestions that concern the viewer in one way, by claim. */
function Part({ part, suggestions, ...rest }: PartProps) {
  const t = useMessages('suggestions');
  const list = useRef<HTMLDivElement>(null);
  const claims = useShownPart([...groupBy(suggestions, ({ claimId }) => claimId)]);
  return (
    <section className={styles.part} data-part={part} aria-labelledby={`suggested-${part}`}>
      <h3 id={`suggested-${part}`}>{t(`part.${part}`, { count: suggestions.length })}</h3>
      <Stack ref={list} gap={3}>
        {claims.shown.map(([claimId, ofClaim]) => (
          <OfClaim key={claimId} claimId={claimId} suggestions={ofClaim} {...rest} />
        ))}
      </Stack>
      <MoreButton list={list} part={claims} />
    </section>
  );
}

interface OfClaimProps extends ListProps {
  readonly claimId: string;
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
