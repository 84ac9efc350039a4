import type { RejectionCode } from '../domain/debate/engine/rejections.ts';
import type { Accounts } from './auth/open-accounts.ts';
import type { CurrentLimits } from './limits/current-limits.ts';
import type { Erasures } from './personal-data/erasures.ts';
import type { PersonExport } from './personal-data/person-export.ts';
import type { PrivacyFacts } from './personal-data/privacy-facts.ts';
import type { DebateLifecycle } from './use-cases/debate-lifecycle.ts';
import type { DebatePictures } from './use-cases/debate-pictures.ts';
import type { DebateRestrictions } from './use-cases/debate-restrictions.ts';
import type { DebateSearch } from './use-cases/debate-search.ts';
import type { DebateStarts } from './use-cases/debate-starts.ts';
import type { Debates } from './use-cases/debates.ts';
import type { Exports } from './use-cases/exports.ts';
import type { Groups } from './use-cases/groups.ts';
import type { History } from './use-cases/history.ts';
import type { HttpOperations } from './use-cases/http-operations.ts';
import type { Imports } from './use-cases/imports.ts';
import type { Inbox } from './use-cases/inbox.ts';
import type { Invitations } from './use-cases/invitations.ts';
import type { MailInvitations } from './use-cases/mail-invitations.ts';
import type { Meetings } from './use-cases/meetings.ts';
import type { NoteSettings } from './use-cases/note-settings.ts';
import type { Opinions } from './use-cases/opinions.ts';
import type { Webhooks } from './webhooks/webhooks.ts';

/** The interface of the server process for pages and routes. */
export interface ParleyServer extends Accounts {
  readonly debates: Debates;
  readonly debatePictures: DebatePictures;
  readonly debateStarts: DebateStarts;
  readonly debateRestrictions: DebateRestrictions;
  readonly exports: Exports;
  readonly history: History;
  readonly finds: DebateSearch;
  readonly imports: Imports;
  readonly askedOverHttp: HttpOperations;
  readonly limits: CurrentLimits;
  readonly groups: Groups;
  readonly meetings: Meetings;
  readonly opinions: Opinions;
  readonly webhooks: Webhooks;
  readonly invitations: Invitations;
  readonly mailInvitations: MailInvitations;
  readonly debateEnds: DebateLifecycle;
  readonly inbox: Inbox;
  readonly noteSettings: NoteSettings;
  readonly erasures: Erasures;
  readonly personExport: PersonExport;
  readonly privacyFacts: PrivacyFacts;
  /** Served over https: cookies are bound to the host. */
  readonly https: boolean;
  /** Logs a refused request, if operators need it (see `isLoggedRefusal`). */
  noteRefusal(code: RejectionCode): void;
  /** Makes the page being rendered answer 404. */
  answerNotFound(): void;
  /** Makes the page being rendered answer 503. */
  answerUnavailable(): void;
  /** The id of the current request, as in its log lines; `null` outside of one. */
  requestId(): string | null;
  /** The network address of the current request. */
  address(): string;
  /** True if a request that changes something is from this site's own pages. */
  isSameOrigin(request: Request): boolean;
  /** The address this request's sender uses, for answers to them alone; `null` if these headers name none of ours. */
  siteOf(headers: Headers): string | null;
  /** The site that links in emails lead to: never a host that only the request names. */
  linkSite(headers: Headers): string;
}

/**
 * Next bundles pages separately from the server, so a module's variables would exist twice, and with them the database. The rooms and the
 * database have one owner, the server process; pages reach it through this one process-wide handle.
 */
const HANDLE = Symbol.for('parley.server');

type WithHandle = typeof globalThis & { [HANDLE]?: ParleyServer };

/** Sets the process's server; `null` removes it. Only called by `create-server`. */
export function declareParley(server: ParleyServer | null): void {
  const holder = globalThis as WithHandle;
  if (server) holder[HANDLE] = server;
  else delete holder[HANDLE];
}

/** Like `ParleyServer.noteRefusal`; does nothing without a server in this process, as in unit tests. */
export function noteRefusal(code: RejectionCode): void {
  (globalThis as WithHandle)[HANDLE]?.noteRefusal(code);
}

/** The server of this process. */
export function parley(): ParleyServer {
  const server = (globalThis as WithHandle)[HANDLE];
  if (!server) throw new Error('The page was rendered outside of a Parley server');
  return server;
}
