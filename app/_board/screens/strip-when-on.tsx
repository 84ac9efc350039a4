'use client';

import type { DebateState } from '#domain/debate/engine/state.ts';
import { isEndedGroup } from '#domain/debate/groups/groups.ts';
import { isLive } from '#domain/debate/meetings/meetings.ts';
import { runningAgenda } from '#domain/debate/phases/phases.ts';
import { hasResults } from '#domain/debate/polls/polls.ts';
import { lazyComponent } from '../../_ui/lazy-component.ts';
import { useFlush, useJointAnnouncement } from '../core/announcing/use-joint-announcement.ts';
import { useBoard } from '../core/store/board-context.tsx';
import { useReveal } from '../features/agenda/use-reveal.ts';
import { NewSpeaker } from '../features/floor/new-speaker.tsx';
import { useAnnounceGroup } from '../features/groups/use-announce-group.ts';
import { useAnnounceRole } from '../features/people/use-announce-role.ts';
import { NewPolls } from '../features/polls/new-polls.tsx';
import { useFollowSpotlight } from '../features/spotlight/use-follow-spotlight.ts';
import { useLeads } from '../features/spotlight/use-leads.ts';
import type { StripProps } from './strip.tsx';
import styles from './strip-when-on.module.css';

const Strip = lazyComponent<StripProps>(() => import('./strip.tsx'));

/**
 * Shows what is running in the room, if anything is. Spotlight turns and announcements of phases, the debate's status, the viewer's role,
 * groups, polls and speakers work from the start; what is drawn is loaded when there is something to draw: most debates have nothing.
 */
export function StripWhenOn() {
  const joint = useJointAnnouncement();
  const revealed = useReveal(joint.add);
  useAnnounceGroup(joint.add);
  useAnnounceRole(joint.add);
  useFlush(joint);
  const following = useFollowSpotlight();
  const isOn = useBoard(({ replica }) => isAnythingOn(replica.view));
  const isLed = useBoard(({ replica }) => runningAgenda(replica.confirmed)?.at != null);
  const leads = useLeads();
  return (
    <>
      <NewPolls />
      <NewSpeaker />
      {(isOn || leads) && (
        <Strip
          revealed={revealed}
          following={following}
          fallback={isLed ? <div className={styles.placeholder} /> : null}
        />
      )}
    </>
  );
}

function isAnythingOn(state: DebateState): boolean {
  const { agenda, polls, questions, tasks, groups, head } = state;
  // An ended group runs nothing, and the note above leads back.
  if (isEndedGroup(state)) return hasResults(state);
  return (
    agenda !== null ||
    isLive(state) ||
    polls.size > 0 ||
    questions.size > 0 ||
    tasks.size > 0 ||
    groups.size > 0 ||
    head?.plenary != null
  );
}
