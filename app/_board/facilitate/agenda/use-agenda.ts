'use client';

import { type RefObject, useRef } from 'react';
import { type Agenda, NO_AGENDA, type Phase } from '../../../../domain/debate/agenda/agenda.ts';
import type { OperationOf } from '../../../../domain/debate/engine/operations.ts';
import type { Rejection } from '../../../../domain/debate/engine/rejections.ts';
import { useAsk } from '../../manage/use-ask.ts';
import { useBoard } from '../../store/board-context.tsx';
import { useJustTurned } from './use-just-turned.ts';

/** What is done to the agenda; each on the agenda as it is seen. */
export interface AgendaActs {
  readonly agenda: Agenda;
  /** Why the last thing asked for here was refused. */
  readonly refusal: Rejection | null;
  set(phases: readonly Phase[]): void;
  turn(to: string | null): void;
  time(act: OperationOf<'agenda.time'>['act'], minutes?: number): void;
  /** Whether another phase has just come, so that nobody has read yet what the ways on and back say. */
  readonly isUnread: boolean;
  /** Whether one has pressed the way on, which stands under another phase from then on. */
  readonly wentOn: RefObject<boolean>;
}

export function useAgenda(): AgendaActs {
  const agenda = useBoard(({ replica }) => replica.view.agenda) ?? NO_AGENDA;
  const { ask, refusal } = useAsk();
  const isUnread = useJustTurned(agenda.at);
  const wentOn = useRef(false);
  return {
    agenda,
    refusal,
    isUnread,
    wentOn,
    set: (phases) => ask({ type: 'agenda.set', phases, base: agenda.revision }),
    turn: (to) => ask({ type: 'agenda.turn', from: agenda.at, to }),
    time: (act, minutes) => {
      const seconds = minutes === undefined ? null : minutes * 60;
      ask({ type: 'agenda.time', phaseId: agenda.at, act, seconds });
    },
  };
}
