import { randomBytes } from 'node:crypto';
import { decide } from '#domain/debate/engine/decide.ts';
import { SYSTEM } from '#domain/debate/engine/entries.ts';
import { LIMITS } from '#domain/debate/engine/limits.ts';
import type { Operation, OperationOf } from '#domain/debate/engine/operations.ts';
import { sanctionAgainst } from '#domain/debate/engine/permissions.ts';
import { projectState, viewerIn } from '#domain/debate/engine/project.ts';
import { type Refusal, refuse } from '#domain/debate/engine/refusal.ts';
import { type DebateState, EMPTY_STATE } from '#domain/debate/engine/state.ts';
import type { Group } from '#domain/debate/groups/group.ts';
import { groupTitle } from '#domain/debate/groups/group-title.ts';
import { authorFor, planPromotion, promotionOrder } from '#domain/debate/groups/plan-promotion.ts';
import { reconcileGroup } from '#domain/debate/groups/reconcile-group.ts';
import { DEFAULT_SETTINGS } from '#domain/debate/head/head.ts';
import { isLooser, namesIn } from '#domain/debate/head/names.ts';
import { isTakenDown } from '#domain/debate/head/restrictions.ts';
import type { Claim } from '#domain/debate/map/claim.ts';
import { remainingPositions } from '#domain/debate/map/positions-in-order.ts';
import { isModerating, type Participant } from '#domain/debate/participants/participant.ts';
import { DOINGS, type Phase } from '#domain/debate/phases/agenda.ts';
import { cursorFor } from '#domain/debate/projection/audience-sequence.ts';
import { phaseTasks } from '#domain/debate/tasks/phase-tasks.ts';
import { withoutBidiControls } from '#domain/debate/texts/bidi-controls.ts';
import { isHiddenFrom } from '#domain/debate/visibility/hidden-content.ts';
import type { OperationAnswer } from '#domain/sync/pending-operation.ts';
import { allows } from '../../auth/sign-in/scopes.ts';
import type { SignedIn } from '../../auth/sign-in/sign-ins.ts';
import type { Database } from '../../database/open-database.ts';
import { createEntries, creationSteps } from '../../log/create-entries.ts';
import { listingOf } from '../../log/debate-listing.ts';
import type { DebateRoom } from '../../log/debate-room.ts';
import type { OperationLog, StoredEntry } from '../../log/operation-log.ts';
import type { Rooms } from '../../log/rooms.ts';
import { toSubmission } from '../../log/submission.ts';
import { finishInTurns } from '../../timing/finish-in-turns.ts';
import {
  articleAgain,
  claimsAgain,
  copyClaims,
  passagesAgain,
  searchedArticles,
  sourceAgain,
} from '../debates/copy-claims.ts';
import type { Debates } from '../debates/debates.ts';
import type { StoredQuotas } from '../debates/quotas.ts';
import type { Participants } from '../participants/participants.ts';
import type { GroupsInput } from './group-input.ts';
import { GroupReconciler, newIdentity } from './group-reconciler.ts';

interface GroupParts {
  readonly database: Database;
  readonly log: OperationLog;
  readonly rooms: Rooms;
  readonly participants: Participants;
  readonly debates: Debates;
  readonly quotas: Pick<StoredQuotas, 'problem'>;
  /** The server's clock. */
  readonly now: () => number;
  readonly failed: (error: unknown) => void;
}

/** A group's debate before the log of its plenary refers to it. */
interface NewGroup {
  readonly group: Group;
  readonly state: DebateState;
  readonly entries: Parameters<OperationLog['createDebate']>[1];
}

/** Small groups: separate debates, kept in sync with the plenary whose log lists them. */
export class Groups {
  readonly #parts: GroupParts;
  readonly #reconciler: GroupReconciler;

  constructor(parts: GroupParts) {
    this.#parts = parts;
    this.#reconciler = new GroupReconciler(parts);
  }

  /**
   * Forms groups: their debates are made first, so that those named in the plenary's log exist. Until the plenary names them they count as
   * deleted, so that an interrupted attempt is purged.
   */
  form(
    debateId: string,
    person: SignedIn,
    input: GroupsInput,
  ): Promise<{ readonly ok: true; readonly groups: readonly string[] } | Refusal> {
    return this.#asFacilitator(debateId, person, async (room, who) => {
      const operation = formationOf(input);
      const decision = decide(room.state, operation, who);
      if (!decision.ok) return decision;
      // A token without `read` would read the debate they start from through the copies.
      if (input.from !== undefined && !allows(person, 'read')) return refuse('not_allowed');
      // Before anything is copied.
      const full = (await this.#parts.quotas.problem(person)) ?? room.textProblem;
      if (full) return refuse(full);
      const template = await this.#template(room, person, input);
      if (template === null) return refuse('debate_not_found');
      const now = this.#parts.now();
      const begun = await beginGroups(room, template, input, now);
      if (!begun.ok) return begun;
      for (const [index, { groupId: id, ...formed }] of operation.groups.entries()) {
        const number = room.state.groups.size + index + 1;
        const group: Group = { id, number, ...formed, status: 'open', at: room.state.at };
        const created = newGroup(room, group, begun, now);
        if (!created.ok) return created;
        const { state, entries } = created;
        const { title = '' } = state.head ?? {};
        const debate = { id: group.debateId, title, visibility: 'deleted', listing: listingOf(state) };
        await this.#parts.log.createDebate(debate, entries);
      }
      const answer = await room.submit(toSubmission(who.id, newIdentity(), 1, operation));
      if (!answer.ok) return answer;
      await this.#reconciler.catchUp(room);
      return { ok: true, groups: operation.groups.map(({ groupId }) => groupId) };
    });
  }

  /**
   * Promotes claims of a group to its plenary; on a repeated request, claims already there are left as they are. `mayBring` is called once
   * everything else allows it: if false, the request was too fast.
   */
  bring(
    debateId: string,
    groupDebateId: string,
    person: SignedIn,
    claimIds: readonly string[],
    mayBring = () => true,
  ): Promise<{ readonly ok: true } | Refusal> {
    return this.#asFacilitator(debateId, person, (plenary, who) => {
      const group = plenary.state.groups.find((one) => one.debateId === groupDebateId);
      if (!group) return refuse('unknown_group');
      return this.#parts.rooms.answer(group.debateId, async (room) => {
        if (room?.state.head?.plenary !== debateId) return refuse('unknown_group');
        if (!mayBring()) return refuse('too_fast');
        const viewer = viewerIn('moderators', who.id);
        const seen = claimIds.filter(
          (id) => room.state.claims.has(id) && !isHiddenFrom(room.state, id, viewer),
        );
        for (const claim of promotionOrder(room.state, seen)) {
          const brought = await bringOne(plenary, group, room, claim, who);
          if (!brought.ok) return brought;
        }
        return seen.length === claimIds.length ? { ok: true } : refuse('unknown_claim');
      });
    });
  }

  /** Keeps the groups of a debate that is open on this node in sync with it. */
  keep(room: DebateRoom): void {
    this.#reconciler.keep(room);
  }

  /** Brings the groups of a debate in sync with it, and waits for it. */
  async follow(room: DebateRoom): Promise<void> {
    if (room.state.groups.size > 0) await this.#reconciler.follow(room);
  }

  /** Tries nothing again from now on. */
  stop(): void {
    this.#reconciler.stop();
  }

  /** The debate that groups are made from, as the moderator who forms them may read it. */
  async #template(room: DebateRoom, person: SignedIn, { from }: GroupsInput): Promise<DebateState | null> {
    const read = await this.#parts.debates.read(from ?? room.id, person);
    return read.ok ? read.view : null;
  }

  /** Runs with a moderator of a debate that exists for them; refused for others. */
  #asFacilitator<Made extends object>(
    debateId: string,
    person: SignedIn,
    run: (room: DebateRoom, who: Participant) => Promise<({ readonly ok: true } & Made) | Refusal> | Refusal,
  ): Promise<({ readonly ok: true } & Made) | Refusal> {
    return this.#parts.rooms.answer(debateId, async (room) => {
      const id = room && (await this.#parts.participants.find(debateId, person));
      const who = room?.state.participants.get(id ?? '');
      if (!room || !who || isTakenDown(room.state.head)) return refuse('debate_not_found');
      const bar = sanctionAgainst(room.state, who, 'group.form');
      if (bar) return refuse(bar);
      return isModerating(who.role) ? run(room, who) : refuse('not_allowed');
    });
  }
}

async function bringOne(
  plenary: DebateRoom,
  group: Group,
  room: DebateRoom,
  claim: Claim,
  facilitator: Participant,
): Promise<OperationAnswer> {
  const give = { type: 'claim.markPromoted', claimId: claim.id } as const;
  const given = decide(room.state, give, { id: SYSTEM, role: 'system' });
  const isGiven = !given.ok && given.rejection.code === 'nothing_changed';
  if (!given.ok && !isGiven) return given;
  if (plenary.state.promotions.get(claim.id)?.group !== group.id) {
    const bringing = planPromotion(plenary.state, group, room.state, claim);
    if (bringing === null) return refuse('unknown_position');
    const { operation, author } = bringing;
    // Before its sources are added, so that a refused promotion leaves none behind; the plenary may not have them yet.
    const decision = decide(plenary.state, { ...operation, sources: [] }, facilitator);
    if (!decision.ok) return decision;
    await bringSources(plenary, room, bringing.sources);
    const answer = await plenary.submit(toSubmission(facilitator.id, newIdentity(), 1, operation, author));
    if (!answer.ok) return answer;
  }
  if (!isGiven) {
    // Before it is recorded as promoted: an interrupted attempt is finished by the next one.
    await bringPassages(plenary, room, claim);
    await room.submit(toSubmission(SYSTEM, newIdentity(), 1, give));
  }
  return { ok: true, seq: cursorFor(plenary.state, facilitator.id).seq };
}

/** Adds sources that the plenary doesn't have, and their articles if it has none for them. */
async function bringSources(
  plenary: DebateRoom,
  room: DebateRoom,
  sources: readonly string[],
): Promise<void> {
  for (const source of sources.flatMap((id) => room.state.sources.get(id) ?? [])) {
    const author = authorFor(plenary.state, room.state, source.author);
    const isThere = plenary.state.sources.has(source.id);
    for (const operation of isThere ? [] : sourceAgain(source))
      await plenary.submit(toSubmission(SYSTEM, newIdentity(), 1, operation, author));
    const isEntered = (plenary.state.articles.get(source.id)?.text ?? '') !== '';
    for (const operation of isEntered ? [] : articleAgain(room.state, source.id))
      await plenary.submit(toSubmission(SYSTEM, newIdentity(), 1, operation));
  }
}

/** Adds the passages that a claim cites in the group, as far as the plenary's articles contain them. */
async function bringPassages(plenary: DebateRoom, room: DebateRoom, claim: Claim): Promise<void> {
  const brought = plenary.state.claims.get(claim.id);
  if (!brought) return;
  const articleOf = searchedArticles(plenary.state);
  const passages = await finishInTurns(passagesAgain(room.state, claim.id, brought.sources, articleOf));
  for (const operation of passages)
    await plenary.submit(toSubmission(SYSTEM, newIdentity(), 1, operation, brought.author));
}

function formationOf({ groups }: GroupsInput): OperationOf<'group.form'> {
  return {
    type: 'group.form',
    groups: groups.map((group) => ({ groupId: newId('g'), debateId: newId('d'), ...group })),
  };
}

/** The common beginning of the debates of groups formed together, without the title and people of each. */
interface GroupBeginning {
  readonly state: DebateState;
  readonly entries: readonly StoredEntry[];
}

/**
 * Creates the common beginning of some groups, from a template as their maker may read it: once for all of them, in turns. Refused if there
 * are too many claims to copy.
 */
async function beginGroups(
  { id: plenaryId, state: plenary }: DebateRoom,
  template: DebateState,
  input: GroupsInput,
  now: number,
): Promise<({ readonly ok: true } & GroupBeginning) | Refusal> {
  const { from, claims, groups } = input;
  const { head } = template;
  const owner = [...plenary.participants.values()].find(({ role }) => role === 'owner');
  if (!head || !plenary.head || !owner) return refuse('debate_not_found');
  const [own, wanted] = [namesIn(plenary), head.settings.names];
  // The plenary's own phases run there.
  const task = taskPhase(input);
  const phases = [...task, ...(from === undefined ? [] : (template.agenda?.phases ?? []))];
  const settings = {
    ...DEFAULT_SETTINGS,
    ...head.settings,
    template: false,
    guests: 'none',
    names: isLooser(wanted, own) ? own : wanted,
  } as const;
  const made = createEntries(
    EMPTY_STATE,
    [
      {
        type: 'debate.create',
        title: withoutBidiControls(plenary.head.title),
        motion: head.motion,
        visibility: 'private',
        settings,
        ownerId: owner.id,
        plenary: plenaryId,
      },
      ...(phases.length > 0 ? [{ type: 'agenda.set', phases, base: 0 } as const] : []),
      ...(from === undefined ? [] : phaseTasks(template)),
      ...task.map(({ id: to }) => ({ type: 'agenda.goTo', from: null, to }) as const),
      ...remainingPositions(template).map(({ id: positionId, name, hue, summary }): Operation => {
        return { type: 'position.add', positionId, name: withoutBidiControls(name), hue, summary };
      }),
    ],
    owner.id,
    now,
  );
  if (!made.ok || !claims) return made;
  const kept = new Map(remainingPositions(template).map(({ id }) => [id, id]));
  const view = projectState(template, 'readers', null);
  const copied = await finishInTurns(claimsAgain(view, kept));
  if (copied.length * groups.length > LIMITS.claimsCopiedAtOnce)
    return refuse('too_many', LIMITS.claimsCopiedAtOnce);
  const seeds = await finishInTurns(copyClaims(view, copied));
  const seeded = await finishInTurns(creationSteps(made.state, seeds, SYSTEM, now));
  return seeded.ok ? { ...seeded, entries: [...made.entries, ...seeded.entries] } : seeded;
}

/** The groups' task and time, as the phase they begin in; none if neither was given. */
function taskPhase({ task = '', minutes = null }: GroupsInput): Phase[] {
  const note = task.trim();
  if (note === '' && minutes === null) return [];
  return [{ id: newId('ph'), kind: 'other', title: '', note, minutes, may: DOINGS, hides: [] }];
}

/** The debate of a new group: the common beginning with its title and people. */
function newGroup(
  { state: plenary }: DebateRoom,
  group: Group,
  begun: GroupBeginning,
  now: number,
): ({ readonly ok: true } & NewGroup) | Refusal {
  const [first, ...others] = begun.entries;
  if (!first || !begun.state.head || !plenary.head) return refuse('debate_not_found');
  const title = groupTitle(group.name, plenary.head.title);
  const state = { ...begun.state, head: { ...begun.state.head, title } };
  const filled = createEntries(state, reconcileGroup(plenary, group, state), SYSTEM, now);
  if (!filled.ok) return filled;
  const named = { ...first, payload: { ...(first.payload as object), title } };
  return { ok: true, group, state: filled.state, entries: [named, ...others, ...filled.entries] };
}

function newId(kind: 'g' | 'd' | 'ph'): string {
  return `${kind}_${randomBytes(9).toString('base64url')}`;
}
