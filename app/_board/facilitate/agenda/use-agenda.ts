'use client';

import type { OperationOf } from '../../../../domain/debate/operations.ts';
import { type Agenda, NO_AGENDA, type Phase } from '../../../../domain/debate/records/agenda.ts';
import type { Rejection } from '../../../../domain/debate/rejections.ts';
import { useAsk } from '../../manage/use-ask.ts';
import { useBoard } from '../../store/board-context.tsx';

/** What is done to the agenda; each on the agenda as it is seen. */
export interface AgendaActs {
  readonly agenda: Agenda;
  /** Why the last thing asked for here was refused. */
  readonly refusal: Rejection | null;
  set(phases: readonly Phase[]): void;
  turn(to: string | null): void;
  time(act: OperationOf<'agenda.time'>['act'], minutes?: number): void;
}

export function useAgenda(): AgendaActs {
  const agenda = useBoard(({ replica }) => replica.view.agenda) ?? NO_AGENDA;
  const { ask, refusal } = useAsk();
  return {
    agenda,
    refusal,
    set: (phases) => ask({ type: 'agenda.set', phases, base: agenda.revision }),
    turn: (to) => ask({ type: 'agenda.turn', from: agenda.at, to }),
    time: (act, minutes) => {
      const seconds = minutes === undefined ? null : minutes * 60;
      ask({ type: 'agenda.time', phaseId: agenda.at, act, seconds });
    },
  };
}
