import type { ProjectedEntry } from '#domain/debate/engine/entries.ts';
import type { Operation } from '#domain/debate/engine/operations.ts';
import type { Link } from '#domain/debate/map/link.ts';
import { diffText } from '#domain/ot/text-change.ts';
import type { LiveClient } from '../../support/live-client.ts';

/** Something to be done: the claim it is seen on, what that says then, and the claim whose place on the screen is kept. */
export interface Draft {
  readonly operation: Operation;
  readonly claimId: string;
  readonly said: string;
  readonly near: string;
}

/** Something done. */
export interface Edit extends Draft {
  readonly entries: readonly ProjectedEntry[];
  /** When it was sent, and when the server's acknowledgement came, in milliseconds of this process. */
  readonly sent: number;
  readonly acknowledged: number;
}

/** Someone who writes in a debate on a connection of their own. */
export class Editor {
  readonly #guest: LiveClient;
  readonly #claims: Map<string, { readonly text: string; readonly revision: number }>;
  readonly #places: Map<string, Pick<Link, 'id' | 'target' | 'relation'>>;
  readonly #votes = new Map<string, 'agree' | 'disagree'>();
  #drafts = 0;

  constructor(guest: LiveClient) {
    this.#guest = guest;
    const { claims, links, histories } = guest.snapshot();
    const revisions = new Map(histories.map(([name, { revision }]) => [name, revision]));
    this.#claims = new Map(claims.map(({ id, text }) => [id, { text, revision: revisions.get(id) ?? 1 }]));
    this.#places = new Map(links.filter(({ parent }) => parent).map((link) => [link.from, link]));
  }

  /** A new claim behind another, with the same parent and relation. */
  addBehind(near: string): Draft {
    this.#drafts += 1;
    const n = this.#drafts;
    const claimId = `c_bench${n}`;
    const link = this.#places.get(near);
    if (!link) throw new Error(`${near} has no place`);
    const { target, relation } = link;
    const linkId = `l_bench${n}`;
    this.#places.set(claimId, { id: linkId, target, relation });
    const text = `Argument ${n}: the ferries of the north have been running at night for years.`;
    const operation: Operation = {
      type: 'claim.add',
      claimId,
      linkId,
      target,
      relation,
      positionId: null,
      text,
      after: link.id,
    };
    return { operation, claimId, said: text, near };
  }

  /** Another beginning for a claim's text, as long as the one before where it had one from here. */
  reword(claimId: string): Draft {
    this.#drafts += 1;
    const { text, revision } = this.#claims.get(claimId) ?? { text: '', revision: 1 };
    const said = `${String(this.#drafts).padStart(4, '0')}: ${text.replace(/^\d+: /, '')}`;
    const operation: Operation = {
      type: 'claim.edit',
      claimId,
      base: revision,
      change: diffText(text, said),
    };
    return { operation, claimId, said, near: claimId };
  }

  /** The end of a claim one has added. */
  retract(claimId: string): Draft {
    return {
      operation: { type: 'claim.retract', claimId, reason: 'off_topic' },
      claimId,
      said: '',
      near: claimId,
    };
  }

  /** Agreement with a claim, or its contrary where one agrees already. */
  vote(claimId: string): Draft {
    const answer = this.#votes.get(claimId) === 'agree' ? 'disagree' : 'agree';
    this.#votes.set(claimId, answer);
    const operation: Operation = { type: 'vote.cast', claimId, answer, wording: 1 };
    return { operation, claimId, said: '', near: claimId };
  }

  /** Submits it. Throws if the server refuses. */
  async send(draft: Draft): Promise<Edit> {
    const heard = this.#guest.frames.length;
    const sent = performance.now();
    const answer = await this.#guest.submit(draft.operation);
    const acknowledged = performance.now();
    if (!answer.ok) throw new Error(`refused: ${answer.rejection.code}`);
    await this.#guest.seen(answer.seq);
    const { claimId, said } = draft;
    const revision = (this.#claims.get(claimId)?.revision ?? 0) + 1;
    if (said !== '') this.#claims.set(claimId, { text: said, revision });
    const entries = this.#guest.frames.slice(heard).flatMap((frame) => frame.entries);
    return { ...draft, entries, sent, acknowledged };
  }
}
