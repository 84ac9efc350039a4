import { isRenamed, isSanctioned } from '#domain/debate/participants/sanctions.ts';
import { guestName } from '../../auth/people/guest-name.ts';
import type { Result } from '../../auth/result.ts';
import type { SignedIn } from '../../auth/sign-in/sign-ins.ts';
import type { Database } from '../../database/open-database.ts';
import type { Rooms } from '../../log/rooms.ts';
import type { Participants } from './participants.ts';

interface PersonNamesParts {
  readonly database: Database;
  readonly rooms: Rooms;
  readonly participants: Participants;
}

/** The names people choose, on this server and in their debates. */
export class PersonNames {
  readonly #parts: PersonNamesParts;

  constructor(parts: PersonNamesParts) {
    this.#parts = parts;
  }

  /**
   * Renames a person, here and in every debate in which no moderator has renamed them. Where they are muted, removed or banned their name
   * stays: otherwise they could continue there under new names. A rename after the sanction reaches that debate too.
   */
  async rename(person: SignedIn, wanted: string): Promise<Result> {
    const checked = guestName(wanted);
    if (!checked.ok) return checked;
    const { participants, database } = this.#parts;
    // In their debates first: if it stops in between, repeating the request renames the rest.
    await participants.renamePerson(person, checked.name, await this.#debatesToRenameIn(person));
    await database.prisma.user.updateMany({ where: { id: person.id }, data: { name: checked.name } });
    return { ok: true };
  }

  /** The debates in which a person uses the name of their account, or an earlier one that a sanction kept. */
  async #debatesToRenameIn(person: SignedIn): Promise<string[]> {
    const { participants, rooms } = this.#parts;
    const found: string[] = [];
    for (const { debateId, id, name } of await participants.participationsOf(person)) {
      const isOwnName = name === person.name;
      const plenary = await rooms.withKnown(debateId, (room) => {
        if (room === null) return isOwnName ? null : undefined;
        const { state } = room;
        if (isSanctioned(state, id) || (!isOwnName && isRenamed(state, id))) return undefined;
        return isOwnName ? null : (state.head?.plenary ?? null);
      });
      if (plenary === undefined) continue;
      // In a small group people have the names of its plenary.
      const isGiven =
        plenary !== null &&
        (await rooms.withKnown(plenary, (room) => room !== null && isRenamed(room.state, id)));
      if (!isGiven) found.push(debateId);
    }
    return found;
  }
}
