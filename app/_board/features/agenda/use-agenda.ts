'use client';

import { type RefObject, useRef } from 'react';
import type { OperationOf } from '#domain/debate/engine/operations.ts';
import type { Rejection } from '#domain/debate/engine/rejections.ts';
import { type Agenda, NO_AGENDA, type Phase } from '#domain/debate/phases/agenda.ts';
import { useAsk } from '../../core/commands/use-ask.ts';
import { useBoard } from '../../core/store/board-context.tsx';
import { usePhaseJustChanged } from './use-phase-just-changed.ts';

/** Actions on the agenda; each applies to the agenda as it is shown. */
export interface AgendaActs {
  readonly agenda: Agenda;
  /** Why the last action here was rejected. */
  readonly refusal: Rejection | null;
  /** Returns false if it was rejected, or waits for an answer. Calls `then` once it is done. */
  set(phases: readonly Phase[], then?: () => void): boolean;
  turn(to: string | null): void;
  time(act: OperationOf<'agenda.setTimer'>['act'], minutes?: number): void;
  /** True if another phase has just begun, so that nobody can have read the buttons' new labels. */
  readonly isUnread: boolean;
  /** True if the moderator has gone to another phase: the button to the one after it has moved there, and gets the focus. */
  readonly wentOn: RefObject<boolean>;
}

export function useAgenda(): AgendaActs {
  const agenda = useBoard(({ replica }) => replica.view.agenda) ?? NO_AGENDA;
  const { ask, refusal } = useAsk();
  const isUnread = usePhaseJustChanged(agenda.at);
  const wentOn = useRef(false);
  return {
    agenda,
    refusal,
    isUnread,
    wentOn,
    set: (phases, then) => {
      const isSet = ask({ type: 'agenda.set', phases, base: agenda.revision });
      if (isSet) then?.();
      return isSet;
    },
    turn: (to) => ask({ type: 'agenda.goTo', from: agenda.at, to }),
    time: (act, minutes) => {
      const seconds = minutes === undefined ? null : minutes * 60;
      ask({ type: 'agenda.setTimer', phaseId: agenda.at, act, seconds });
    },
  };
}
