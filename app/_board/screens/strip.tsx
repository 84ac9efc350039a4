'use client';

import { isEndedGroup } from '#domain/debate/groups/groups.ts';
import { useBoard } from '../core/store/board-context.tsx';
import { useNarrow } from '../core/view/use-narrow.ts';
import { PhasePart } from '../features/agenda/phase-part.tsx';
import type { Revealed } from '../features/agenda/use-reveal.ts';
import { FloorPart } from '../features/floor/floor-part.tsx';
import { GroupStrip } from '../features/groups/group-strip.tsx';
import { GuidedInvitation } from '../features/guided-voting/guided-invitation.tsx';
import { OpenPolls, ResultsButton } from '../features/polls/open-polls.tsx';
import { Leading, SpotlightPart } from '../features/spotlight/spotlight-part.tsx';
import type { FollowingSpotlight } from '../features/spotlight/use-follow-spotlight.ts';
import { SteelmenChip } from '../features/steelmen/steelmen-chip.tsx';
import { TasksChip } from '../features/tasks/tasks-chip.tsx';
import { PhoneStrip } from './phone-strip.tsx';
import styles from './strip.module.css';

export interface StripProps {
  readonly revealed: Revealed | null;
  readonly following: FollowingSpotlight;
}

/** A quiet line above the board, for everyone: what is running in the room. Parts with nothing to show draw nothing. */
export default function Strip({ revealed, following }: StripProps) {
  const narrow = useNarrow();
  const isOver = useBoard(({ replica }) => isEndedGroup(replica.view));
  // Its timer and what its phase allows are over.
  if (isOver)
    return (
      <div className={styles.strip}>
        <ResultsButton />
      </div>
    );
  if (narrow) return <PhoneStrip revealed={revealed} following={following} />;
  return (
    <div className={styles.strip}>
      <GroupStrip />
      <PhasePart revealed={revealed} />
      <GuidedInvitation />
      <SpotlightPart following={following} />
      <Leading />
      <FloorPart />
      <OpenPolls />
      <SteelmenChip className={styles.chip} />
      <TasksChip className={styles.chip} />
    </div>
  );
}
