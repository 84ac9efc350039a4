'use client';

import { useCallback, useEffect, useState } from 'react';
import { callRoute, type Failure } from '#app/_ui/requests/call-route.ts';
import type { Role } from '#domain/debate/participants/participant.ts';
import type { MailingAnswer, RouteAnswer } from '#domain/protocol/route-answers.ts';
import { useBoard } from '../store/board-context.tsx';

export interface WantedInvitation {
  readonly kind: 'link' | 'code';
  readonly role: Role;
  readonly holds: 'day' | 'week' | 'month' | 'open';
  readonly limit: number | null;
}

export interface WantedMails {
  readonly role: Role;
  readonly holds: 'day' | 'week' | 'month';
  /** Addresses as they were pasted. */
  readonly to: string;
  readonly note: string;
}

interface Invitations {
  /** `null` until loaded. */
  readonly listed: Extract<RouteAnswer<typeof LIST>, { ok: true }> | null;
  readonly problem: Failure | null;
  readonly make: (wanted: WantedInvitation) => Promise<boolean>;
  readonly change: (id: string, action: 'renew' | 'revoke') => Promise<boolean>;
  /** Sends invitations by email; returns the result for each address, or why none was sent. */
  readonly mail: (wanted: WantedMails) => Promise<MailingAnswer | Failure>;
  /** Sends one email again. */
  readonly mailAgain: (id: string) => Promise<MailingAnswer | Failure>;
}

const LIST = 'GET /api/debates/[id]/invitations';
const MAKE = 'POST /api/debates/[id]/invitations';
const CHANGE = 'POST /api/debates/[id]/invitations/[invitationId]';

/** Each list on the screen loads itself again by one of these: all show what any of them has changed. */
const lists = new Set<() => Promise<void>>();

async function readLists(): Promise<void> {
  await Promise.all([...lists].map((read) => read()));
}

/** The invitations of this debate, loaded again after each action here or in another list, with the people who joined with them. */
export function useInvitations(): Invitations {
  const debateId = useBoard((state) => state.debateId);
  const [listed, setListed] = useState<Invitations['listed']>(null);
  const [problem, setProblem] = useState<Failure | null>(null);

  const read = useCallback(async () => {
    const answer = await callRoute(LIST, { params: { id: debateId } });
    if (answer === 'unreachable') setProblem(answer);
    else if (answer.ok) setListed(answer);
    else setProblem(answer.rejection);
  }, [debateId]);
  useEffect(() => {
    lists.add(read);
    void read();
    return () => void lists.delete(read);
  }, [read]);

  const send = (invitationId: string | null, body: object) => {
    const params = { id: debateId, ...(invitationId !== null && { invitationId }) };
    return callRoute(invitationId === null ? MAKE : CHANGE, { params, body });
  };
  const sendOne = async (invitationId: string | null, body: object): Promise<boolean> => {
    const answer = await send(invitationId, body);
    setProblem(answer === 'unreachable' ? answer : answer.ok ? null : answer.rejection);
    // After it, so that a list that could not be read again says so.
    await readLists();
    return answer !== 'unreachable' && answer.ok;
  };
  const sendMails = async (invitationId: string | null, body: object) => {
    const answer = await send(invitationId, body);
    await readLists();
    return answer === 'unreachable' || answer.ok ? answer : answer.rejection;
  };
  return {
    listed,
    problem,
    make: (wanted) => sendOne(null, wanted),
    change: (id, action) => sendOne(id, { action }),
    mail: (wanted) => sendMails(null, { kind: 'mail', ...wanted }),
    mailAgain: (id) => sendMails(id, { action: 'renew' }),
  };
}
