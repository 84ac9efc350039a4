import { clockSchema } from '#domain/protocol/client-messages.ts';
import type { Limiter } from '../../limits/limiter.ts';
import type { SubmitParts } from '../../services/operations/submit-requested.ts';
import type { Traces } from '../../tracing/traces.ts';
import type { LiveServer } from '../connection.ts';
import type { InboundEvents } from '../inbound.ts';
import { caretEvent } from './caret.ts';
import { openEvent } from './open.ts';
import type { OpenParts } from './open-debate.ts';
import { pointerEvent } from './pointer.ts';
import { presenceEvent } from './presence.ts';
import { type SeenParts, seenEvent } from './seen.ts';
import { submitEvent } from './submit.ts';
import { watchGroupsEvent } from './watch-groups.ts';

export interface InboundEventsParts extends OpenParts, SubmitParts, SeenParts {
  readonly traces: Traces;
  readonly limiter: Limiter;
  /** The server's clock. */
  readonly now: () => number;
}

/** The handlers of everything a connection may send. */
export function inboundEvents(io: LiveServer, parts: InboundEventsParts): InboundEvents {
  const { groupWatches, liveRooms, now } = parts;
  return {
    open: openEvent(io, parts),
    submit: submitEvent(parts),
    presence: presenceEvent(liveRooms),
    clock: { schema: clockSchema, run: () => ({ ok: true, now: now() }) },
    seen: seenEvent(parts),
    pointer: pointerEvent(liveRooms),
    watchGroups: watchGroupsEvent(groupWatches),
    caret: caretEvent(liveRooms),
  };
}
