'use client';

import { Button } from '#app/_ui/button/button.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { shownVotesProblem } from '#domain/debate/participants/shown-votes.ts';
import { useSubmit } from '../../core/commands/join-context.tsx';
import { useBoard } from '../../core/store/board-context.tsx';
import styles from './perspectives.module.css';

/** Shows the viewer's own votes to everyone, or no longer; or says why nobody may show theirs here. */
export function OwnVotesSwitch() {
  const t = useMessages('perspectives');
  const submit = useSubmit();
  const problem = useBoard(({ replica }) => shownVotesProblem(replica.view));
  const isShown = useBoard(
    ({ replica }) => replica.view.participants.get(replica.participantId ?? '')?.showsVotes === true,
  );
  const takesPart = useBoard(({ replica }) => replica.participantId !== null);
  const change = () => submit([{ type: 'perspective.show', shown: !isShown }]);
  if (problem !== null && !isShown)
    return (
      <section className={styles.part}>
        <h3>{t('yours')}</h3>
        <p>{t(problem === 'votes_secret' ? 'cannotSecret' : 'cannotAnonymous')}</p>
      </section>
    );
  if (!takesPart) return null;
  return (
    <section className={styles.part} data-own-votes={isShown ? 'shown' : 'kept'}>
      <h3>{t('yours')}</h3>
      <p role="status">{t(isShown ? 'shown' : 'yoursText')}</p>
      <p>
        <Button onClick={change}>{t(isShown ? 'stop' : 'show')}</Button>
      </p>
    </section>
  );
}
