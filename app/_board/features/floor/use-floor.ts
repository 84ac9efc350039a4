'use client';

import { useMemo } from 'react';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { Floor, Speaker } from '#domain/debate/meetings/meeting.ts';
import { isLive } from '#domain/debate/meetings/meetings.ts';
import { type Spoken, timeOfEnded } from '#domain/debate/meetings/time-spoken.ts';
import { useActor } from '../../core/claims/use-claim.ts';
import { isLongOver } from '../../core/clock/clock-time.ts';
import { useSecondsLeft } from '../../core/clock/use-time-left.ts';
import { useShortName } from '../../core/people/use-called.ts';
import { useBoard } from '../../core/store/board-context.tsx';

/** Returns the queue of raised hands and the present speaker. */
export function useFloor(): Floor {
  return useBoard(({ replica }) => replica.view.floor);
}

/** The viewer, and whether a moderator has invited them to speak. */
export function useInvited(): { readonly me: string | undefined; readonly isInvited: boolean } {
  const me = useActor()?.id;
  const { invited } = useFloor();
  return { me, isInvited: me !== undefined && invited.includes(me) };
}

/** Speaking time of each person. The present speaker is added when they have spoken: until then their timer runs. */
export function useSpokenBy(): ReadonlyMap<string, Spoken> {
  const speeches = useBoard(({ replica }) => replica.view.speeches);
  return useMemo(() => timeOfEnded(speeches, 'participantId'), [speeches]);
}

/** True if this is a live meeting, in which people speak to each other. */
export function useIsLive(): boolean {
  return useBoard(({ replica }) => isLive(replica.view));
}

/** Returns the speaker's name in this debate. */
export function useSpeakerName(participantId: string): string {
  const t = useMessages('floor');
  return useShortName(participantId) ?? t('somebody');
}

/** Returns the sentence that says who has the floor; to the viewer, that they have it. */
export function useSpeakerWords(participantId: string): string {
  const t = useMessages('floor');
  const me = useBoard(({ replica }) => replica.participantId);
  const name = useSpeakerName(participantId);
  return participantId === me ? t('you') : t('speaks', { name });
}

/** Returns the seconds of a speech: remaining, or elapsed if there is no limit. */
export function useSpeakingTime({ since, seconds }: Speaker): {
  readonly seconds: number;
  readonly isOver: boolean;
  readonly isLongOver: boolean;
} {
  const left = useSecondsLeft({ ends: since + (seconds ?? 0) * 1_000 }) ?? 0;
  if (seconds === null) return { seconds: Math.max(0, -left), isOver: false, isLongOver: false };
  return { seconds: Math.abs(left), isOver: left < 0, isLongOver: isLongOver(left) };
}
