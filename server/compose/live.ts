import { GroupWatches } from '../realtime/group-watches.ts';
import { type LiveService, serveLive } from '../realtime/live-server.ts';
import { SharedSnapshots } from '../realtime/shared-snapshots.ts';
import type { Base } from './base.ts';
import type { Services, ServicesParts } from './services.ts';

/** Accepts connections and their events. */
export function openLive(
  { env, logger, meters, traces, now, failed }: Base,
  { limiter, storage, accounts, realtime }: ServicesParts,
  { participants, seenMarks, inbox }: Services,
): LiveService & { readonly groupWatches: GroupWatches } {
  const { log, rooms } = storage;
  const { io, handshakes, liveRooms } = realtime;
  const groupWatches = new GroupWatches({
    io,
    rooms,
    liveRooms,
    failed: failed('reading group overviews failed'),
  });
  const live = serveLive(io, {
    rooms,
    liveRooms,
    groupWatches,
    participants,
    log,
    snapshots: new SharedSnapshots(),
    seenMarks,
    inbox,
    auth: accounts.auth,
    handshakes,
    reauthentication: accounts.reauthentication,
    limiter,
    appUrl: env.appUrl,
    proxies: env.proxies,
    logger,
    meters,
    traces,
    now,
  });
  return { ...live, groupWatches };
}
