'use client';

import { useCallback, useEffect, useState } from 'react';
import type { Rejection } from '../../../../domain/debate/rejections.ts';
import type { Role } from '../../../../domain/debate/state.ts';
import { getJson, postJson } from '../../../_ui/post-json.ts';
import { useBoard } from '../../store/board-context.tsx';

/** An invitation as the server lists it for those who invite. */
export interface Invitation {
  readonly id: string;
  readonly kind: 'link' | 'code' | 'mail';
  readonly role: Role;
  readonly token: string | null;
  readonly limit: number | null;
  readonly uses: number;
  readonly expiresAt: number | null;
}

export interface WantedInvitation {
  readonly kind: 'link' | 'code';
  readonly role: Role;
  readonly holds: 'day' | 'week' | 'month' | 'open';
  readonly limit: number | null;
}

interface Invitations {
  /** Null until they are there. */
  readonly list: readonly Invitation[] | null;
  readonly problem: Rejection | 'unreachable' | null;
  readonly make: (wanted: WantedInvitation) => Promise<boolean>;
  readonly change: (id: string, deed: 'renew' | 'revoke') => Promise<boolean>;
}

/** The invitations of this debate that hold, read anew after each deed; who came by them is told then, too. */
export function useInvitations(): Invitations {
  const debateId = useBoard((state) => state.debateId);
  const [list, setList] = useState<Invitations['list']>(null);
  const [problem, setProblem] = useState<Invitations['problem']>(null);
  const path = `/api/debates/${encodeURIComponent(debateId)}/invitations`;

  const read = useCallback(async () => {
    const answer = await getJson<{ invitations: Invitation[] }>(path);
    if (answer === 'unreachable') return setProblem(answer);
    if (answer.ok) setList(answer.invitations);
    else setProblem(answer.rejection);
  }, [path]);
  useEffect(() => void read(), [read]);

  const send = async (to: string, body: object): Promise<boolean> => {
    const answer = await postJson(to, body);
    setProblem(answer === 'unreachable' ? answer : answer.ok ? null : answer.rejection);
    await read();
    return answer !== 'unreachable' && answer.ok;
  };
  return {
    list,
    problem,
    make: (wanted) => send(path, wanted),
    change: (id, deed) => send(`${path}/${encodeURIComponent(id)}`, { deed }),
  };
}
