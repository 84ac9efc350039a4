import type { RejectionCode } from '../domain/debate/engine/rejections.ts';
import type { Accounts } from './compose/open-accounts.ts';
import type { CurrentLimits } from './limits/current-limits.ts';
import type { DebateRestrictions } from './services/administration/debate-restrictions.ts';
import type { OpinionAnalysis } from './services/analysis/opinions.ts';
import type { Perspectives } from './services/analysis/perspectives.ts';
import type { DebateLifecycle } from './services/debates/debate-lifecycle.ts';
import type { DebateLists } from './services/debates/debate-lists.ts';
import type { DebatePictures } from './services/debates/debate-pictures.ts';
import type { DebateSearch } from './services/debates/debate-search.ts';
import type { DebateStarts } from './services/debates/debate-starts.ts';
import type { Debates } from './services/debates/debates.ts';
import type { StoredQuotas } from './services/debates/quotas.ts';
import type { Exports } from './services/exports/exports.ts';
import type { Groups } from './services/groups/groups.ts';
import type { History } from './services/history/history.ts';
import type { Imports } from './services/imports/imports.ts';
import type { Invitations } from './services/invitations/invitations.ts';
import type { MailInvitations } from './services/invitations/mail-invitations.ts';
import type { Meetings } from './services/meetings/meetings.ts';
import type { Inbox } from './services/notifications/inbox.ts';
import type { NotificationSettings } from './services/notifications/notification-settings.ts';
import type { HttpOperations } from './services/operations/http-operations.ts';
import type { PersonNames } from './services/participants/person-names.ts';
import type { Erasures } from './services/privacy/erasures.ts';
import type { PersonExport } from './services/privacy/person-export.ts';
import type { PrivacyFacts } from './services/privacy/privacy-facts.ts';
import type { QuietDebates } from './services/privacy/quiet-debates.ts';
import type { TaskCounts } from './services/tasks/task-counts.ts';
import type { Webhooks } from './services/webhooks/webhooks.ts';

/** The interface of the server process for pages and routes. */
export interface ParleyServer extends Accounts {
  readonly personNames: PersonNames;
  readonly debates: Debates;
  readonly debateLists: DebateLists;
  readonly debatePictures: DebatePictures;
  readonly debateStarts: DebateStarts;
  readonly quotas: StoredQuotas;
  readonly debateRestrictions: DebateRestrictions;
  readonly exports: Exports;
  readonly history: History;
  readonly debateSearch: DebateSearch;
  readonly imports: Imports;
  readonly httpOperations: HttpOperations;
  readonly limits: CurrentLimits;
  readonly groups: Groups;
  readonly meetings: Meetings;
  readonly opinions: OpinionAnalysis;
  readonly perspectives: Perspectives;
  readonly taskCounts: TaskCounts;
  readonly webhooks: Webhooks;
  readonly invitations: Invitations;
  readonly mailInvitations: MailInvitations;
  readonly debateLifecycle: DebateLifecycle;
  readonly inbox: Inbox;
  readonly notificationSettings: NotificationSettings;
  readonly erasures: Erasures;
  readonly personExport: PersonExport;
  readonly quietDebates: QuietDebates;
  readonly privacyFacts: PrivacyFacts;
  /** Browsers name a trace with each operation. */
  readonly isTraced: boolean;
  /** Served over https: cookies are bound to the host. */
  readonly https: boolean;
  /** Logs a refused request, if operators need it (see `isLoggedRefusal`). */
  noteRefusal(code: RejectionCode): void;
  /** Seconds until what the current request was refused for being too fast can be tried again; 0: unknown. */
  secondsToWait(): number;
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

/** Sets the process's server; `null` removes it. Only called by `compose`. */
export function declareParley(server: ParleyServer | null): void {
  const holder = globalThis as WithHandle;
  if (server) holder[HANDLE] = server;
  else delete holder[HANDLE];
}

/** Like `ParleyServer.noteRefusal`; does nothing without a server in this process, as in unit tests. */
export function noteRefusal(code: RejectionCode): void {
  (globalThis as WithHandle)[HANDLE]?.noteRefusal(code);
}

/** Like `ParleyServer.secondsToWait`; 0 without a server in this process. */
export function secondsToWait(): number {
  return (globalThis as WithHandle)[HANDLE]?.secondsToWait() ?? 0;
}

/** The server of this process. */
export function parley(): ParleyServer {
  const server = (globalThis as WithHandle)[HANDLE];
  if (!server) throw new Error('The page was rendered outside of a Parley server');
  return server;
}
