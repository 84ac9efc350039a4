'use client';

import { useMessages } from '../../../_ui/messages/use-messages.ts';
import { RejectionNote } from '../../claim/rejection-note.tsx';
import { Choice } from '../../manage/choice.tsx';
import { useAsk } from '../../manage/use-ask.ts';
import { useBoard } from '../../store/board-context.tsx';

/** Whether tallies are seen while people vote. */
export function BallotsChoice() {
  const t = useMessages('agenda');
  const ballots = useBoard(({ replica }) => replica.view.head?.settings.ballots ?? 'open');
  const { ask, refusal } = useAsk();
  return (
    <>
      <Choice
        label={t('ballots')}
        hint={t('ballotsHint')}
        chosen={ballots}
        options={[
          ['open', t('ballotsOpen')],
          ['secret', t('ballotsSecret')],
        ]}
        onChoose={(chosen) => ask({ type: 'debate.configure', ballots: chosen })}
      />
      <RejectionNote rejection={refusal} />
    </>
  );
}
