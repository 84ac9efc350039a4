import { setTimeout as wait } from 'node:timers/promises';
import type { DisclosedOpinions } from '#domain/analysis/opinions/disclosed-opinions.ts';
import type { ComparedPair } from '#domain/analysis/perspectives/first-pair.ts';
import { audienceIn, projectState } from '#domain/debate/engine/project.ts';
import { type Refusal, refuse } from '#domain/debate/engine/refusal.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';
import { isAnonymous } from '#domain/debate/head/names.ts';
import { shortNames } from '#domain/debate/participants/namesakes.ts';
import type { Preserved } from '#domain/formats/exchanged-debate.ts';
import { withChosenActs } from '#domain/formats/exports/chosen-acts.ts';
import { debateForExport, type ExportScope } from '#domain/formats/exports/debate-for-export.ts';
import { DRAWN, DRAWN_NAMES, type DrawnName } from '#domain/formats/exports/drawn-formats.ts';
import type { PeopleInFile } from '#domain/formats/exports/people-in-file.ts';
import { FORMATS, type FormatName } from '#domain/formats/formats.ts';
import {
  TEMPLATE_PARTS,
  type TemplatePart,
  withTemplateParts,
} from '#domain/formats/template/template-parts.ts';
import { projectPeople } from '#domain/protocol/project-people.ts';
import type { SignedIn } from '../../auth/sign-in/sign-ins.ts';
import { FairQueue, type QueueBounds } from '../../limits/fair-queue.ts';
import type { Sender } from '../../limits/sender.ts';
import type { OperationLog } from '../../log/operation-log.ts';
import { type PackedPreserved, readPreserved, unpackSmallPreserved } from '../../log/preserved-of-file.ts';
import type { Rooms } from '../../log/rooms.ts';
import { snapshotText } from '../../log/snapshots/snapshot-text.ts';
import { MomentsBusy, type StateCheckpoints } from '../../log/snapshots/state-checkpoints.ts';
import {
  type Drawing,
  type DrawingLook,
  type KitSite,
  PLAIN_DRAWING,
} from '../../rendering/pictures/drawing.ts';
import { finishInTurns } from '../../timing/finish-in-turns.ts';
import type { OpinionAnalysis } from '../analysis/opinions.ts';
import type { Perspectives } from '../analysis/perspectives.ts';
import { type Moment, readPast, type ViewerIn } from '../history/past.ts';
import { asReader, type ReadableDebates } from '../participants/as-reader.ts';
import type { Participants } from '../participants/participants.ts';
import { deflate } from './deflate.ts';
import { exportApart } from './export-apart.ts';
import { inTurns } from './in-turns.ts';
import { makeAhead } from './make-ahead.ts';

/** The options of an export. */
export interface ExportOptions {
  readonly format: FormatName | DrawnName;
  /** How it is drawn, for drawings. */
  readonly drawing?: DrawingLook;
  /** Where the codes of a kit lead; absent: it has none. */
  readonly site?: KitSite | null;
  /** A claim: only its branch. */
  readonly branch: string | null;
  readonly people: PeopleInFile;
  /** The parts of a template; absent: all. */
  readonly parts?: readonly TemplatePart[];
  /** The moment to export; `null`: the present. */
  readonly at: Moment | null;
}

/** A file being generated. */
export interface ExportedFile {
  readonly ok: true;
  readonly name: string;
  readonly mediaType: string;
  readonly pieces: AsyncGenerator<Uint8Array>;
}

/** A file ready to be generated. */
type BegunFile = Omit<ExportedFile, 'pieces'> & {
  readonly make: (over: AbortSignal) => AsyncGenerator<Uint8Array>;
};

/** Maximum files waiting or still being read: each may take memory. */
const HELD: QueueBounds['held'] = { person: 3, readersOfAddress: 12, peopleOfAddress: 40, all: 80 };

/**
 * Size of a debate in characters of JSON from which its exports are made in a separate process: on the thread they would block the server.
 */
const LARGE = 150_000;

/** Characters of packed kept records up to which they are unpacked on the thread: a process for each small export costs more. */
const SMALL_KEPT = 20_000;

/** Milliseconds that a report waits for the opinion groups. */
const OPINIONS_WITHIN = 10_000;

/** Debates as files: each contains only what its requester may see. */
export class Exports {
  readonly #log: Pick<OperationLog, 'read'>;
  readonly #debates: ReadableDebates;
  readonly #moments: StateCheckpoints;
  readonly #opinions: Pick<OpinionAnalysis, 'of' | 'tableOf'>;
  readonly #perspectives: Pick<Perspectives, 'compared'>;
  readonly #address: () => string;
  /** Few at a time: a large file takes memory, and running more doesn't finish them sooner. */
  readonly #written = new FairQueue({
    held: HELD,
    running: { person: 1, readersOfAddress: 1, peopleOfAddress: 2, all: 3 },
  });
  /** One at a time: a drawing uses a processor for a while, and memory. */
  readonly #drawn = new FairQueue({ held: HELD, running: { all: 1 } });

  /** Number of files that wait or are being written. */
  get jobs(): number {
    return this.#written.jobs + this.#drawn.jobs;
  }

  /** `address`: the current request's network address. */
  constructor(parts: {
    log: Pick<OperationLog, 'read'>;
    rooms: Rooms;
    participants: Participants;
    moments: StateCheckpoints;
    opinions: Pick<OpinionAnalysis, 'of' | 'tableOf'>;
    perspectives: Pick<Perspectives, 'compared'>;
    address: () => string;
  }) {
    this.#log = parts.log;
    this.#debates = parts;
    this.#moments = parts.moments;
    this.#opinions = parts.opinions;
    this.#perspectives = parts.perspectives;
    this.#address = parts.address;
  }

  /** Generates the file when its turn comes, or returns a rejection. `left`: the requester has disconnected. */
  async write(
    debateId: string,
    person: SignedIn | null,
    wish: ExportOptions,
    left?: AbortSignal,
  ): Promise<ExportedFile | Refusal> {
    const sender = { person: person?.id ?? null, address: this.#address() };
    const isDrawn = DRAWN_NAMES.some((name) => name === wish.format);
    const turn = await (isDrawn ? this.#drawn : this.#written).turn(sender, left);
    if (turn === 'busy') return refuse('busy');
    const begun = await this.#begin(debateId, person, sender, wish).catch((error: unknown) => {
      turn.end();
      throw error;
    });
    if (begun.ok) {
      const { make, ...file } = begun;
      return { ...file, pieces: makeAhead(make, turn, left) };
    }
    turn.end();
    return begun;
  }

  #begin(
    debateId: string,
    person: SignedIn | null,
    sender: Sender,
    wish: ExportOptions,
  ): Promise<BegunFile | Refusal> {
    const { format, at, drawing = PLAIN_DRAWING } = wish;
    // A template has no people and no branches.
    const { branch, people } = format === 'template' ? WHOLE : wish;
    return asReader<BegunFile>(this.#debates, debateId, person, async (room, participantId) => {
      const isWhole = at === null && branch === null;
      const namesGroups = format === 'pdf' && drawing.sections.includes('opinions');
      // Both at once: each may wait for a calculation, and a drawing keeps its turn meanwhile.
      const [opinions, compared] =
        namesGroups && isWhole
          ? await Promise.all([
              this.#disclosedOpinions(debateId, person),
              this.#comparedPair(debateId, person),
            ])
          : [null, null];
      const hasBallots = format === 'polis' && at === null;
      const ballots = hasBallots ? await this.#opinions.tableOf(debateId, person) : null;
      const kept = format === 'aif' || format === 'parley' ? await readPreserved(this.#log, debateId) : null;
      const viewerIn = exportViewer(participantId);
      const past = at && (await readPast(this.#moments, room, viewerIn, at, sender).catch(busyOnly));
      if (past === 'busy') return refuse('busy');
      const { state } = room;
      const audience = audienceIn(state, participantId);
      const seen = past ?? projectState(state, ...viewerIn(state));
      const view =
        format === 'csv'
          ? withChosenActs(seen, drawing.sections)
          : format === 'template'
            ? withTemplateParts(seen, wish.parts ?? TEMPLATE_PARTS)
            : seen;
      if (branch !== null && !view.claims.has(branch) && !view.positions.has(branch))
        return refuse('unknown_claim');
      const known = projectPeople(
        await this.#debates.participants.namesOf({ id: debateId, state }),
        state,
        audience,
        participantId,
      );
      // The file uses the same names for people as the board: pseudonyms, and numbers for equal names.
      const called = shortNames(known, state.participants);
      const scope = { branch, people, called, ballots };
      const drawn = DRAWN_NAMES.find((name) => name === format);
      const { extension, mediaType } = drawn ? DRAWN[drawn] : FORMATS[format as FormatName];
      const name = `${fileName(view.head?.title ?? '')}.${extension}`;
      const as = drawn
        ? { ...drawing, opinions, compared, site: wish.site ?? null, format: drawn }
        : (format as FormatName);
      const make = (over: AbortSignal) => piecesOf({ view, scope, kept, as }, over);
      return { ok: true as const, name, mediaType, make };
    });
  }

  /**
   * The opinion groups that may be disclosed, without individual people, whatever the debate discloses. `null` if they can't be calculated,
   * or it takes too long: a report without them is better than none.
   */
  async #disclosedOpinions(debateId: string, person: SignedIn | null): Promise<DisclosedOpinions | null> {
    const calculation = this.#opinions.of(debateId, person).catch(() => null);
    const answer = await Promise.race([calculation, wait(OPINIONS_WITHIN, null, { ref: false })]);
    if (!answer?.ok) return null;
    return answer.opinions.kind === 'groups' ? { ...answer.opinions, places: [] } : answer.opinions;
  }

  /** Two teams or groups to compare; `null` if there are not two, or it takes too long. */
  async #comparedPair(debateId: string, person: SignedIn | null): Promise<ComparedPair | null> {
    const compared = this.#perspectives.compared(debateId, person).catch(() => null);
    return Promise.race([compared, wait(OPINIONS_WITHIN, null, { ref: false })]);
  }
}

const WHOLE = { branch: null, people: 'names' } as const;

interface FileParts {
  readonly view: DebateState;
  readonly scope: ExportScope;
  readonly kept: PackedPreserved | null;
  readonly as: FormatName | Drawing;
}

/** The file piece by piece. Drawings, large debates and large kept records are handled by a separate process. */
async function* piecesOf(
  { view, scope, kept, as }: FileParts,
  over: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const state = await finishInTurns(snapshotText(view), 'files');
  const records = state.length < LARGE ? smallKept(kept) : null;
  if (typeof as === 'string' && records)
    yield* inTurns(FORMATS[as].write(debateForExport(view, scope, records), deflate));
  else yield* exportApart({ state, scope, kept, as }, over);
}

/** Kept records that are unpacked on the thread; `null`: a process unpacks them. Text in Base64 may be far longer unpacked. */
function smallKept(kept: PackedPreserved | null): readonly Preserved[] | null {
  if (kept === null) return [];
  if (typeof kept !== 'string' || kept.length >= SMALL_KEPT) return null;
  return unpackSmallPreserved(kept, LARGE);
}

/**
 * The viewer whose projection becomes a person's file. Of an anonymous debate it is their audience: content that only they see would show
 * that it is theirs, as files are passed on.
 */
function exportViewer(participantId: string | null): ViewerIn {
  return (state) => [audienceIn(state, participantId), isAnonymous(state) ? null : participantId];
}

/** A title as a file name valid on any system; it can't end the header it is put in. */
function fileName(title: string): string {
  const plain = title
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  return [...plain].slice(0, 60).join('') || 'debate';
}

/** Returns `busy` for a full queue; rethrows other errors. */
function busyOnly(error: unknown): 'busy' {
  if (error instanceof MomentsBusy) return 'busy';
  throw error;
}
