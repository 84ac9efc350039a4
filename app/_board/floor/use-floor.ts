'use client';

import type { Floor, Speaker } from '../../../domain/debate/meetings/meeting.ts';
import { isLive } from '../../../domain/debate/meetings/meetings.ts';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { useSecondsLeft } from '../agenda/use-time-left.ts';
import { useShortName } from '../people/use-called.ts';
import { useBoard } from '../store/board-context.tsx';

/** Who would speak, and who speaks. */
export function useFloor(): Floor {
  return useBoard(({ replica }) => replica.view.floor);
}

/** Is this a live meeting, in which people speak to each other? */
export function useIsLive(): boolean {
  return useBoard(({ replica }) => isLive(replica.view));
}

/** What whoever speaks is called here. */
export function useSpeakerName(participantId: string): string {
  const t = useMessages('floor');
  return useShortName(participantId) ?? t('somebody');
}

/** Seconds of a speech: those left, or those gone where there is no limit. */
export function useSpeakingTime({ since, seconds }: Speaker): {
  readonly seconds: number;
  readonly isOver: boolean;
} {
  const left = useSecondsLeft({ ends: since + (seconds ?? 0) * 1_000 }) ?? 0;
  if (seconds === null) return { seconds: Math.max(0, -left), isOver: false };
  return { seconds: Math.abs(left), isOver: left < 0 };
}
