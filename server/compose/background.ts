import { join } from 'node:path';
import { closePolls } from '../log/due/close-polls.ts';
import { liftSanctions } from '../log/due/lift-sanctions.ts';
import { StateRebuilder } from '../log/snapshots/state-rebuilder.ts';
import { watchHeads } from '../log/watch-heads.ts';
import { describeError } from '../logging/describe-error.ts';
import { watchSignIns } from '../realtime/watch-sign-ins.ts';
import { backupBucket } from '../services/backups/backup-bucket.ts';
import { BackupFailed } from '../services/backups/backup-failed.ts';
import { backupFolder } from '../services/backups/backup-store.ts';
import { ScheduledBackups } from '../services/backups/scheduled-backups.ts';
import { Deadlines } from '../services/notifications/deadlines.ts';
import { Digests } from '../services/notifications/digests.ts';
import { Notifier } from '../services/notifications/notifier.ts';
import { Deliveries } from '../services/webhooks/deliveries.ts';
import { atOnceAndEvery, every, everyHour, everySecond } from '../timing/polling.ts';
import { onStarterEnd } from '../workers/worker-starter.ts';
import type { Base } from './base.ts';
import { mailsNotes, type Services, type ServicesParts } from './services.ts';

/** Work that happens without a request. */
export interface Background {
  /** Starts nothing new. */
  stop(): void;
  /** Resolves when nothing started is under way: an email that the mail server is accepting is not sent again. */
  readonly finished: { digests(): Promise<unknown>; deliveries(): Promise<unknown> };
}

type Parts = Pick<ServicesParts, 'secrets' | 'storage' | 'realtime'> & {
  readonly accounts: ServicesParts['accounts'] & { readonly sweep: () => Promise<void> };
  readonly services: Services;
  /** Milliseconds between polls for notifications, due mail and pending webhooks. */
  readonly lookEvery: number;
};

/** Prepares notifications of what happens from now on; `start` then also looks for what is due. */
export function prepareBackground(base: Base, parts: Parts): { start(): Background } {
  const { env, database, failed } = base;
  const { rooms } = parts.storage;
  const notifier = new Notifier({
    database,
    rooms,
    mails: mailsNotes(env),
    failed: failed('making notifications failed'),
  });
  rooms.onOpened((room) => notifier.keep(room));
  return { start: () => startBackground(base, parts, notifier) };
}

function startBackground(base: Base, parts: Parts, notifier: Notifier): Background {
  const stopDigests = digestsOf(base, parts)?.watch(parts.lookEvery);
  const deliveries = deliveriesOf(base, parts);
  const watches = [
    onStarterEnd((end) => {
      const cause = 'error' in end ? { err: describeError(end.error) } : end;
      base.logger.warn(cause, 'the process that starts workers ended; the next job starts another');
    }),
    notifier.watch(parts.lookEvery),
    watchDeadlines(base, parts),
    ...(deliveries
      ? [every(parts.lookEvery, () => deliveries.look(), base.failed('delivering webhooks failed'))]
      : []),
    ...watchLog(base, parts),
    ...backUp(base),
    ...rebuildStates(base, parts),
    ...sweepHourly(base, parts, notifier),
  ];
  let digestsStopped: Promise<void> | undefined;
  return {
    stop: () => {
      for (const stop of watches) stop();
      digestsStopped = stopDigests?.();
    },
    finished: {
      digests: () => Promise.resolve(digestsStopped),
      deliveries: () => Promise.resolve(deliveries?.stop()),
    },
  };
}

function watchDeadlines({ env, database, now, failed }: Base, { storage, lookEvery }: Parts): () => void {
  const report = failed('handling deadlines failed');
  const { rooms } = storage;
  const deadlines = new Deadlines({ database, rooms, mails: mailsNotes(env), now, failed: report });
  return every(lookEvery, () => deadlines.look(), report);
}

function digestsOf(
  { env, database, now, failed }: Base,
  { secrets, storage: { rooms }, accounts: { mailer }, services: { participants } }: Parts,
): Digests | null {
  if (!mailsNotes(env) || env.appUrl === null) return null;
  return new Digests({
    database,
    rooms,
    participants,
    mailer,
    tokens: secrets.unsubscribe,
    site: env.appUrl,
    now,
    failed: failed('sending an email failed'),
  });
}

function deliveriesOf(
  { env, database, meters, now, failed }: Base,
  { secrets, storage }: Parts,
): Deliveries | null {
  if (env.webhooks === 'off') return null;
  const { log, rooms } = storage;
  return new Deliveries({
    database,
    log,
    rooms,
    // Separate queues: they wait for no reader.
    moments: storage.pastStates(),
    sealer: secrets.webhooks,
    reach: env.webhooks,
    meters,
    now,
    failed: failed('queueing a webhook failed'),
  });
}

/** Milliseconds between two looks for a backup that is due. */
const BACKUP_LOOK = 60_000;
/** Milliseconds between two counts of what debates take. */
const QUOTA_LOOK = 5 * 60_000;

/** Scheduled backups, if a place is set for them. */
function backUp({ env, metrics, now, logger, failed }: Base): (() => void)[] {
  const { backupDir, backupBucket: bucket, backupDays, backupHours, dataDir, databaseUrl } = env;
  const store = bucket
    ? backupBucket(bucket, join(dataDir, 'backup-to-send'))
    : backupDir && backupFolder(backupDir);
  if (!store || backupDays === null) return [];
  const noteFailure = (message: string) => (error: unknown) =>
    error instanceof BackupFailed ? logger.warn({ reason: error.reason }, message) : failed(message)(error);
  const backups = new ScheduledBackups({
    store,
    everyHours: backupHours,
    keepDays: backupDays,
    database: { dataDir, databaseUrl },
    now,
    made: (milliseconds) => logger.info({ milliseconds: Math.round(milliseconds) }, 'a backup was made'),
    notDeleted: noteFailure('deleting an old backup failed'),
  });
  metrics?.include([
    {
      name: 'parley_backup_time_seconds',
      help: 'When the newest scheduled backup was made, in seconds since 1970',
      read: () => backups.newest / 1_000,
    },
    {
      name: 'parley_backup_interval_seconds',
      help: 'Time between two scheduled backups, in seconds',
      read: () => backupHours * 3_600,
    },
  ]);
  return [
    atOnceAndEvery(BACKUP_LOOK, () => backups.look(), noteFailure('a scheduled backup failed')),
    () => backups.stop(),
  ];
}

/** Stored states that this release can't read are made again. */
function rebuildStates({ database, failed }: Base, { storage: { log } }: Parts): (() => void)[] {
  const report = failed('making a stored state again failed');
  const rebuilder = new StateRebuilder(database, log, report);
  return [everyHour(() => rebuilder.look(), report), () => rebuilder.stop()];
}

/** Changes by time and by other nodes. */
function watchLog({ now, failed }: Base, { storage: { log, rooms }, realtime: { io }, accounts }: Parts) {
  return [
    watchHeads(rooms, log, failed('the database did not answer')),
    everySecond(() => rooms.sweep(Date.now()), failed('closing unused debates failed')),
    liftSanctions(rooms, now, failed('lifting a mute or ban failed')),
    closePolls(rooms, now, failed('closing a poll failed')),
    watchSignIns(io, accounts.signIns, failed('the database did not answer')),
  ];
}

function sweepHourly(
  { database: { embedded }, now, failed }: Base,
  { accounts, services }: Parts,
  notifier: Notifier,
) {
  const { debateLifecycle, erasures, mailInvitations, quotas, retention } = services;
  return [
    ...(embedded
      ? [
          everyHour(() => embedded.vacuum(), failed('freeing room in the database failed')),
          everyHour(() => embedded.checkpoint(), failed('a checkpoint failed')),
        ]
      : []),
    atOnceAndEvery(QUOTA_LOOK, () => quotas.look(), failed('counting what debates take failed')),
    everyHour(accounts.sweep, failed('removing expired records failed')),
    everyHour(() => mailInvitations.sweep(now()), failed('removing expired records failed')),
    everyHour(() => retention.sweep(), failed('removing expired records failed')),
    everyHour(() => erasures.finishAll(), failed('finishing an account deletion failed')),
    everyHour(() => debateLifecycle.purge(now()), failed('removing deleted debates failed')),
    everyHour(() => notifier.sweep(now()), failed('removing expired records failed')),
  ];
}
