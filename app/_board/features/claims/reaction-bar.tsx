'use client';

import { memo } from 'react';
import { isRepeatedClick } from '#app/_ui/button/is-repeated-click.ts';
import { BulbIcon, ExclamationIcon, QuestionIcon, QuoteIcon } from '#app/_ui/icons.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { ownReaction } from '#domain/debate/claims/reaction.ts';
import { type Claim, REACTIONS, type Reaction } from '#domain/debate/map/claim.ts';
import { useMay, useMergedInto } from '../../core/claims/use-claim.ts';
import { useTalliesHidden } from '../../core/claims/use-tallies-hidden.ts';
import { useAfterJoining, useSubmit } from '../../core/commands/join-context.tsx';
import { useBoard, useBoardStore } from '../../core/store/board-context.tsx';
import styles from './reaction-bar.module.css';

const ICONS: Readonly<Record<Reaction, React.ReactNode>> = {
  insightful: <BulbIcon />,
  surprising: <ExclamationIcon />,
  well_put: <QuoteIcon />,
  unclear: <QuestionIcon />,
};

/** Reactions to a claim, each a button with its count; one's own is withdrawn by pressing it again. Without the right to react, a list. */
export const ReactionBar = memo(function ReactionBar({ claim }: { claim: Claim }) {
  const t = useMessages('claim');
  const own = useBoard(({ replica }) => ownReaction(replica.view, claim.id, replica.participantId ?? ''));
  const isMerged = useMergedInto(claim.id) !== undefined;
  const hidden = useTalliesHidden();
  const mayReact = useMay('claim.react') && !claim.retracted && !isMerged;
  const react = useReact(claim.id);
  const countOf = (reaction: Reaction) => claim.reactions?.[REACTIONS.indexOf(reaction)] ?? 0;
  if (!mayReact) return <ReactionList countOf={countOf} />;
  const hintOf = (reaction: Reaction) => {
    const word = t('reaction', { reaction });
    return hidden ? t('reactionHintHidden', { word }) : t('reactionHint', { word, count: countOf(reaction) });
  };
  return (
    <div data-section="reactions">
      <fieldset className={styles.bar} aria-label={t('reactions')}>
        {REACTIONS.map((reaction) => (
          <button
            key={reaction}
            type="button"
            className={styles.reaction}
            aria-pressed={own === reaction}
            aria-label={hintOf(reaction)}
            onClick={(event) => isRepeatedClick(event) || react(reaction)}
          >
            {ICONS[reaction]}
            <span>{t('reaction', { reaction })}</span>
            {!hidden && countOf(reaction) > 0 && <span className={styles.count}>{countOf(reaction)}</span>}
          </button>
        ))}
      </fieldset>
      {hidden && own !== null && <p className={styles.note}>{t('reactionsHidden')}</p>}
    </div>
  );
});

/** The reactions that a claim has, for a person who may not react. */
function ReactionList({ countOf }: { countOf: (reaction: Reaction) => number }) {
  const t = useMessages('claim');
  const shown = REACTIONS.filter((reaction) => countOf(reaction) > 0);
  if (shown.length === 0) return null;
  return (
    <ul className={styles.list} aria-label={t('reactions')} data-section="reactions">
      {shown.map((reaction) => (
        <li key={reaction}>
          {ICONS[reaction]}
          <span>{t('reaction', { reaction })}</span>
          <span className={styles.count}>{countOf(reaction)}</span>
        </li>
      ))}
    </ul>
  );
}

function useReact(claimId: string): (reaction: Reaction) => void {
  const store = useBoardStore();
  const afterJoining = useAfterJoining();
  const submit = useSubmit();
  return (reaction) =>
    afterJoining(() => {
      const { view, participantId } = store.state().replica;
      const isOwn = ownReaction(view, claimId, participantId ?? '') === reaction;
      submit([{ type: 'claim.react', claimId, reaction: isOwn ? null : reaction }]);
    });
}
