'use client';

import { useCallback, useEffect, useState } from 'react';
import { getJson, postJson } from '#app/_ui/post-json.ts';
import type { Rejection, RejectionCode } from '#domain/debate/engine/rejections.ts';
import type { Role } from '#domain/debate/participants/participant.ts';
import { useBoard } from '../../core/store/board-context.tsx';

/** A link or code as the server lists it for people who may invite. */
export interface Invitation {
  readonly id: string;
  readonly kind: 'link' | 'code';
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

/** An invitation sent by email, with its status. */
export interface Mailed {
  readonly id: string;
  readonly email: string;
  readonly role: Role;
  readonly state: 'sent' | 'unsent' | 'joined' | 'expired' | 'revoked';
  readonly madeAt: number;
  readonly expiresAt: number;
}

export interface WantedMails {
  readonly role: Role;
  readonly holds: 'day' | 'week' | 'month';
  /** Addresses as they were pasted. */
  readonly to: string;
  readonly note: string;
}

/** Result of sending emails. */
export interface MailingAnswer {
  readonly sent: number;
  readonly unsent: number;
  readonly leftOut: readonly { readonly written: string; readonly code: RejectionCode }[];
}

/** The server's answer to people who may invite. */
interface Listed {
  readonly invitations: readonly Invitation[];
  readonly mailed: readonly Mailed[];
  /** True if the viewer has an account, in whose name emails are sent. */
  readonly mayMail: boolean;
}

export type InvitationError = Rejection | 'unreachable' | null;

interface Invitations {
  /** `null` until loaded. */
  readonly listed: Listed | null;
  readonly problem: InvitationError;
  readonly make: (wanted: WantedInvitation) => Promise<boolean>;
  readonly change: (id: string, action: 'renew' | 'revoke') => Promise<boolean>;
  /** Sends invitations by email; returns the result for each address, or why none was sent. */
  readonly mail: (wanted: WantedMails) => Promise<MailingAnswer | Exclude<InvitationError, null>>;
  /** Sends one email again. */
  readonly mailAgain: (id: string) => Promise<MailingAnswer | Exclude<InvitationError, null>>;
}

/** The invitations of this debate, loaded again after each action, with the people who joined with them. */
export function useInvitations(): Invitations {
  const debateId = useBoard((state) => state.debateId);
  const [listed, setListed] = useState<Invitations['listed']>(null);
  const [problem, setProblem] = useState<InvitationError>(null);
  const path = `/api/debates/${encodeURIComponent(debateId)}/invitations`;

  const read = useCallback(async () => {
    const answer = await getJson<Listed>(path);
    if (answer === 'unreachable') return setProblem(answer);
    if (answer.ok) setListed(answer);
    else setProblem(answer.rejection);
  }, [path]);
  useEffect(() => void read(), [read]);

  const send = async (to: string, body: object): Promise<boolean> => {
    const answer = await postJson(to, body);
    setProblem(answer === 'unreachable' ? answer : answer.ok ? null : answer.rejection);
    await read();
    return answer !== 'unreachable' && answer.ok;
  };
  const sendMails = async (to: string, body: object) => {
    const answer = await postJson<MailingAnswer>(to, body);
    await read();
    return answer === 'unreachable' || answer.ok ? answer : answer.rejection;
  };
  const one = (id: string) => `${path}/${encodeURIComponent(id)}`;
  return {
    listed,
    problem,
    make: (wanted) => send(path, wanted),
    change: (id, action) => send(one(id), { action }),
    mail: (wanted) => sendMails(path, { kind: 'mail', ...wanted }),
    mailAgain: (id) => sendMails(one(id), { action: 'renew' }),
  };
}
