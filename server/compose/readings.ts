import { DatabaseWatch } from '../database/database-watch.ts';
import { workerCount } from '../workers/worker-starter.ts';
import type { Base } from './base.ts';
import type { Http } from './http.ts';
import type { Realtime } from './realtime.ts';
import type { Services } from './services.ts';
import type { Storage } from './storage.ts';

interface ReadingParts {
  readonly http: Http;
  readonly storage: Storage;
  readonly realtime: Realtime;
  readonly services: Services;
}

/** Includes in the metrics what is only counted when they are read. */
export function includeReadings({ metrics, database }: Base, parts: ReadingParts): void {
  const { http, storage, realtime, services } = parts;
  const { rooms } = storage;
  const watch = new DatabaseWatch(database);
  metrics?.include([
    {
      name: 'parley_connections',
      help: 'Open connections of boards and programs',
      read: () => realtime.io.engine.clientsCount,
    },
    {
      name: 'parley_http_connections',
      help: 'Open connections over HTTP, those of boards included',
      read: () => http.connections.size,
    },
    { name: 'parley_rooms', help: 'Debates open in memory', read: () => rooms.size },
    {
      name: 'parley_queued_operations',
      help: 'Operations that wait for a decision',
      read: () => rooms.all().reduce((sum, { queued }) => sum + queued, 0),
    },
    {
      name: 'parley_oldest_operation_seconds',
      help: 'Time the oldest operation has waited for its commit; 0 if none waits',
      read: () => longestWait(rooms.all()) / 1_000,
    },
    {
      name: 'parley_export_jobs',
      help: 'Files that wait or are being written',
      read: () => services.exports.jobs,
    },
    {
      name: 'parley_import_jobs',
      help: 'Imported files that wait or are being read',
      read: () => services.imports.jobs,
    },
    { name: 'parley_workers', help: 'Worker processes', read: workerCount },
    {
      name: 'parley_database_up',
      help: 'Whether the database answers within two seconds',
      read: async () => Number(await watch.answers()),
    },
    {
      name: 'parley_redis_up',
      help: 'Whether Redis is there, or none is set',
      read: () => Number(realtime.nodes.redis !== 'away'),
    },
  ]);
}

/** Milliseconds that the oldest operation of these debates has waited for its commit; 0 if none waits. */
export function longestWait(rooms: readonly { readonly waitingSince: number | null }[]): number {
  const now = performance.now();
  return rooms.reduce((longest, { waitingSince }) => Math.max(longest, now - (waitingSince ?? now)), 0);
}
