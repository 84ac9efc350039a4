import { clientAddress } from '../http/requests/request-context.ts';
import type { Limiter } from '../limits/limiter.ts';
import { publishJoined } from '../realtime/relay/publish-joined.ts';
import { DebateRestrictions } from '../services/administration/debate-restrictions.ts';
import { OpinionAnalysis } from '../services/analysis/opinions.ts';
import { Perspectives } from '../services/analysis/perspectives.ts';
import { DebateLifecycle } from '../services/debates/debate-lifecycle.ts';
import { DebateLists } from '../services/debates/debate-lists.ts';
import { DebatePictures } from '../services/debates/debate-pictures.ts';
import { DebateSearch } from '../services/debates/debate-search.ts';
import { DebateStarts } from '../services/debates/debate-starts.ts';
import { Debates } from '../services/debates/debates.ts';
import { StoredQuotas } from '../services/debates/quotas.ts';
import { Exports } from '../services/exports/exports.ts';
import { Groups } from '../services/groups/groups.ts';
import { History } from '../services/history/history.ts';
import { Imports } from '../services/imports/imports.ts';
import { FailedTries } from '../services/invitations/failed-tries.ts';
import { Invitations } from '../services/invitations/invitations.ts';
import { MailInvitations } from '../services/invitations/mail-invitations.ts';
import { Meetings } from '../services/meetings/meetings.ts';
import { Inbox } from '../services/notifications/inbox.ts';
import { NotificationSettings } from '../services/notifications/notification-settings.ts';
import { NotificationStore } from '../services/notifications/notification-store.ts';
import { HttpOperations } from '../services/operations/http-operations.ts';
import { Participants } from '../services/participants/participants.ts';
import { PersonNames } from '../services/participants/person-names.ts';
import { ReadMarksStore } from '../services/participants/read-marks.ts';
import { Erasures } from '../services/privacy/erasures.ts';
import { PersonExport } from '../services/privacy/person-export.ts';
import { privacyFacts } from '../services/privacy/privacy-facts.ts';
import { QuietDebates } from '../services/privacy/quiet-debates.ts';
import { Retention } from '../services/privacy/retention.ts';
import { TaskCounts } from '../services/tasks/task-counts.ts';
import { Webhooks } from '../services/webhooks/webhooks.ts';
import type { Base } from './base.ts';
import type { Accounts } from './open-accounts.ts';
import type { Realtime } from './realtime.ts';
import type { Secrets } from './secrets.ts';
import type { Storage } from './storage.ts';

export interface ServicesParts {
  readonly limiter: Limiter;
  readonly secrets: Secrets;
  readonly storage: Storage;
  readonly accounts: Accounts;
  readonly realtime: Realtime;
}

/** Work with debates, and search. */
export type Services = ReturnType<typeof openServices>;

export function openServices(base: Base, parts: ServicesParts) {
  const { log, rooms } = parts.storage;
  const participants = openParticipants(base, parts);
  const debated = openDebates(base, parts, participants);
  const opinions = new OpinionAnalysis({ rooms, log, participants });
  const perspectives = new Perspectives(opinions);
  const taskCounts = new TaskCounts({ rooms, participants });
  const seenMarks = new ReadMarksStore(base.database);
  return {
    participants,
    personNames: new PersonNames({ database: base.database, rooms: parts.storage.rooms, participants }),
    ...debated,
    opinions,
    perspectives,
    taskCounts,
    seenMarks,
    ...openReading(base, parts, { ...debated, participants, opinions, perspectives, seenMarks }),
    ...openInviting(base, parts, participants),
    ...openPersonal(base, parts, participants),
  };
}

/** Participants of debates; names reach connections from here, because they are in no log. */
function openParticipants(
  { database }: Base,
  { storage: { rooms }, realtime: { liveRooms } }: ServicesParts,
): Participants {
  const participants = new Participants(database, (debateId, person, news) => {
    const room = liveRooms.roomOf(debateId);
    if (room) liveRooms.of(room).broadcaster.name({ people: [person], news });
  });
  rooms.onOpened((room) =>
    publishJoined(
      room,
      (named) => participants.namesOf(room, named),
      (people, news) => liveRooms.of(room).broadcaster.name({ people, news }),
    ),
  );
  return participants;
}

/** Debates from their start to their end, and the small groups made of them. */
function openDebates(
  { env, logger, database, now, failed }: Base,
  { storage: { log, rooms }, realtime: { liveRooms, nodes } }: ServicesParts,
  participants: Participants,
) {
  const quotas = new StoredQuotas(database, env.quotas);
  rooms.onOpened((room) => room.limitText(() => quotas.problemIn(room.id)));
  const debateStarts = new DebateStarts({ database, fixed: env.startDebates, logger, quotas });
  const presentIn = (debateId: string) => liveRooms.presentIn(debateId) + nodes.remoteConnections(debateId);
  const debates = new Debates({
    database,
    log,
    rooms,
    participants,
    starts: debateStarts,
    now,
  });
  const groups = new Groups({
    database,
    log,
    rooms,
    participants,
    debates,
    quotas,
    now,
    failed: failed('updating a small group failed'),
  });
  rooms.onOpened((room) => groups.keep(room));
  return {
    quotas,
    debateStarts,
    debates,
    debateLists: new DebateLists({ database, rooms, participants, presentIn, now }),
    groups,
    debateLifecycle: new DebateLifecycle(database, rooms, participants, now),
    debateRestrictions: new DebateRestrictions({ database, rooms, participants, groups, logger }),
    meetings: new Meetings(log, debates),
  };
}

/** Exports and analyses of debates, and imports from files and programs. */
function openReading(
  { env, meters, now }: Base,
  { storage, accounts }: ServicesParts,
  {
    participants,
    debates,
    debateLists,
    debateStarts,
    opinions,
    perspectives,
    seenMarks,
  }: {
    readonly participants: Participants;
    readonly debates: Debates;
    readonly debateLists: DebateLists;
    readonly debateStarts: DebateStarts;
    readonly opinions: OpinionAnalysis;
    readonly perspectives: Perspectives;
    readonly seenMarks: ReadMarksStore;
  },
) {
  const { log, rooms } = storage;
  const { reauthentication } = accounts;
  const address = () => clientAddress(env.proxies);
  const moments = storage.pastStates();
  return {
    address,
    debatePictures: new DebatePictures({ debates }),
    exports: new Exports({ log, rooms, participants, moments, opinions, perspectives, address }),
    debateSearch: new DebateSearch({ rooms, participants, debateLists }),
    history: new History({ log, rooms, participants, moments, address }),
    imports: new Imports({ log, starts: debateStarts, seenMarks, now, address }),
    httpOperations: new HttpOperations({
      rooms,
      participants,
      log,
      reauthentication,
      meters,
    }),
  };
}

/** How people come to a debate, and where it sends its events. */
function openInviting(
  { env, database, now, failed }: Base,
  { limiter, secrets, storage: { rooms }, accounts: { mailer } }: ServicesParts,
  participants: Participants,
) {
  return {
    invitations: new Invitations({
      database,
      rooms,
      participants,
      secrets: secrets.invitations,
      tries: new FailedTries(limiter),
      now,
    }),
    mailInvitations: new MailInvitations({
      database,
      rooms,
      participants,
      secrets: secrets.invitations,
      mailer,
      now,
      failed: failed('sending an email failed'),
    }),
    webhooks: new Webhooks({
      database,
      rooms,
      participants,
      sealer: secrets.webhooks,
      reach: env.webhooks,
      now,
    }),
  };
}

/** Services for one person: notifications, and their data. */
function openPersonal(
  { env, logger, database, now, https, failed }: Base,
  { secrets, storage: { log, rooms }, accounts: { auth } }: ServicesParts,
  participants: Participants,
) {
  const mails = mailsNotes(env);
  const address = () => clientAddress(env.proxies);
  const erasures = new Erasures({ database, log, rooms, auth, logger, now });
  const { answerDays, guestDays, quietRules: rules } = env;
  const store = new NotificationStore(database);
  const quiet = new QuietDebates({
    database,
    log,
    rooms,
    participants,
    notify: (debateId, notes) => store.notify(debateId, notes, mails),
    rules,
    logger,
    now,
    failed: failed('putting a quiet debate away failed'),
  });
  return {
    inbox: new Inbox({ database, rooms, participants, now }),
    notificationSettings: new NotificationSettings({
      database,
      rooms,
      participants,
      tokens: secrets.unsubscribe,
      mails,
    }),
    erasures,
    quietDebates: quiet,
    retention: new Retention({ database, erasures, answerDays, guestDays, quiet, now }),
    personExport: new PersonExport({ database, log, now, logger, address }),
    privacyFacts: privacyFacts(env, https),
  };
}

/** Notifications are mailed only with a mail server, and an address their links can name. */
export function mailsNotes({ smtpUrl, appUrl }: Base['env']): boolean {
  return smtpUrl !== null && appUrl !== null;
}
