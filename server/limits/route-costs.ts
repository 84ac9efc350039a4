import type { AllowanceName } from './allowances.ts';

/** The tokens a request for a route takes at the start, and those its handler may take besides. */
export interface RouteCost {
  /** Each one of these, in order; the first that has too little left refuses the request. */
  readonly takes: readonly AllowanceName[];
  /** Taken by the handler, when it knows what is asked for, by its size. */
  readonly besides: readonly AllowanceName[];
  /** True if Next renders a page for it, in its turn. */
  readonly isPage: boolean;
}

const row = (takes: readonly AllowanceName[], besides: readonly AllowanceName[] = []): RouteCost => ({
  takes,
  besides,
  isPage: false,
});
const page = (besides: readonly AllowanceName[] = []): RouteCost => ({
  takes: ['pages'],
  besides,
  isPage: true,
});
const files = row(['files']);
const health = row(['health']);
const reads = row(['reads']);
const changes = row(['changes']);
const submissions = row(['submissions'], ['events', 'operations']);

/**
 * Every route of this server by method and path, with what it costs. HEAD counts as GET; what has no row of its own counts as
 * the last rows say. A route without a row fails a test (`tests/server/limits-inventory.test.ts`).
 */
export const ROUTE_COSTS = {
  'GET /healthz': health,
  'GET /readyz': health,
  'GET /metrics': health,
  'GET /_next/static/[...path]': files,
  'GET /icon.svg': files,
  'GET /manifest.webmanifest': files,
  'GET /offline-worker.js': files,
  'GET /sample-debate.csv': files,
  'GET /messages/[namespace]': files,
  'GET /api/formats/[name]': files,

  'GET /': page(),
  'GET /account': page(),
  'GET /account/confirm': page(),
  'GET /account/device': page(),
  'GET /account/erase': page(),
  'GET /account/reauthenticate': page(),
  'GET /account/second-factor': page(),
  'GET /admin': page(),
  'GET /admin/debate': page(),
  'GET /admin/erase': page(),
  'GET /administrator': page(),
  'GET /debates/[id]': page(),
  'GET /debates/[id]/analysis': page(),
  'GET /debates/[id]/perspectives': page(),
  'GET /debates/[id]/claims/[claimId]': page(),
  'GET /debates/[id]/embed': page(),
  'GET /debates/[id]/history': page(),
  'GET /debates/[id]/meetings': page(),
  'GET /debates/[id]/meetings/[number]': page(),
  'GET /debates/[id]/stage': page(),
  'GET /find': page(['searches']),
  'GET /formats/[name]': page(),
  'GET /import': page(),
  'GET /inbox': page(),
  'GET /join': page(['codes', 'deadCodes']),
  'GET /join/[token]': page(['codes', 'deadCodes']),
  'GET /new': page(),
  'GET /privacy': page(),
  'GET /sign-in': page(),
  'GET /sign-in/code': page(),
  'GET /sign-in/device': page(),
  'GET /sign-in/forgotten': page(),
  'GET /sign-in/link': page(),
  'GET /sign-in/reset': page(),
  'GET /sign-in/second': page(),
  'GET /unsubscribe': page(),

  'POST /api/account/authenticator': changes,
  'POST /api/account/authenticator/confirm': row(['changes'], ['factors']),
  'POST /api/account/authenticator/remove': changes,
  'POST /api/account/confirm': changes,
  'GET /api/account/data': row(['reads', 'personalData']),
  'POST /api/account/delete-debate': changes,
  'POST /api/account/device': changes,
  'POST /api/account/end': changes,
  'POST /api/account/end-all': changes,
  'POST /api/account/erase': changes,
  'POST /api/account/mail': row(['changes'], ['tries']),
  'POST /api/account/name': changes,
  'POST /api/account/notes': changes,
  'POST /api/account/passkeys': changes,
  'POST /api/account/passkeys/options': changes,
  'POST /api/account/passkeys/remove': changes,
  'POST /api/account/passkeys/rename': changes,
  'POST /api/account/reauthenticate': row(['changes'], ['tries', 'factors']),
  'POST /api/account/reauthenticate/mail': row(['changes'], ['tries']),
  'POST /api/account/recovery-codes': changes,
  'POST /api/account/password': row(['changes'], ['tries']),
  'POST /api/account/tokens': changes,
  'POST /api/admin/allow': changes,
  'POST /api/admin/appoint': changes,
  'POST /api/admin/end': changes,
  'POST /api/admin/erase': changes,
  'POST /api/admin/hand-over': changes,
  'POST /api/admin/restrict': changes,
  'POST /api/admin/second-factor': changes,
  'POST /api/admin/starts': changes,
  'POST /api/administrator': changes,
  'GET /api/auth/[...auth]': changes,
  'POST /api/auth/[...auth]': changes,
  'GET /api/debates': reads,
  'POST /api/debates': row(['changes'], ['debates']),
  'GET /api/debates/[id]/activity': row(['history']),
  'GET /api/debates/[id]/claims/[claimId]/wordings': row(['history']),
  'GET /api/debates/[id]/card': reads,
  'POST /api/debates/[id]/clear': row(['changes'], ['clears']),
  'GET /api/debates/[id]/export': row(['exports']),
  'GET /api/debates/[id]/groups': reads,
  'POST /api/debates/[id]/groups': row(['changes'], ['groups']),
  'POST /api/debates/[id]/groups/[groupDebateId]/bring': row(['changes'], ['operations']),
  'GET /api/debates/[id]/history': row(['history']),
  'GET /api/debates/[id]/invitations': reads,
  'POST /api/debates/[id]/invitations': row(['changes'], ['invitationMails']),
  'POST /api/debates/[id]/invitations/[invitationId]': row(['changes'], ['invitationMails']),
  'GET /api/debates/[id]/notes': reads,
  'POST /api/debates/[id]/notes': changes,
  'GET /api/debates/[id]/opinions': row(['opinions']),
  'GET /api/debates/[id]/perspectives': row(['opinions']),
  'GET /api/debates/[id]/sunburst': reads,
  'GET /api/debates/[id]/tasks': reads,
  'POST /api/guest': row(['changes'], ['guests']),
  'POST /api/imports': row(['imports'], ['debates']),
  'POST /api/join': row(['changes'], ['codes', 'deadCodes', 'guests']),
  // Up to 20 debates are opened for each of these. A page that is shown asks for the count once a minute.
  'GET /api/notes': row(['pages']),
  'GET /api/notes/count': row(['pages']),
  'POST /api/notes/read': row(['pages']),
  'POST /api/sign-in/code': row(['changes'], ['mailCodes']),
  'POST /api/sign-in/device': row(['changes'], ['tries']),
  'POST /api/sign-in/device/name': row(['changes'], ['tries']),
  'POST /api/sign-in/forgotten': row(['changes'], ['tries']),
  'POST /api/sign-in/link': changes,
  'POST /api/sign-in/mail': row(['changes'], ['tries']),
  'GET /api/sign-in/oidc': changes,
  'POST /api/sign-in/passkey': row(['changes'], ['passkeys']),
  'POST /api/sign-in/passkey/options': row(['changes'], ['passkeys']),
  'POST /api/sign-in/second': row(['changes'], ['factors']),
  'POST /api/sign-in/password': row(['changes'], ['tries']),
  'POST /api/sign-in/reset': changes,
  'POST /api/signout': changes,
  'GET /api/unsubscribe': reads,
  'POST /api/unsubscribe': changes,
  'GET /api/v1/debates': reads,
  'POST /api/v1/debates': row(['changes'], ['debates']),
  'GET /api/v1/debates/[id]': row(['reads', 'history']),
  'GET /api/v1/debates/[id]/comments': row(['reads', 'history']),
  'POST /api/v1/debates/[id]/comments': submissions,
  'GET /api/v1/debates/[id]/export': row(['exports']),
  'POST /api/v1/debates/[id]/operations': submissions,
  'GET /api/v1/debates/[id]/votes': row(['reads', 'history']),
  'POST /api/v1/debates/[id]/votes': submissions,
  'GET /api/v1/debates/[id]/webhooks': reads,
  'POST /api/v1/debates/[id]/webhooks': changes,
  'POST /api/v1/debates/[id]/webhooks/[webhookId]': changes,
  'DELETE /api/v1/debates/[id]/webhooks/[webhookId]': changes,
  'POST /api/v1/imports': row(['imports'], ['debates']),
  'GET /api/v1/openapi.json': reads,

  'GET /api/[[...path]]': reads,
  'POST /api/[[...path]]': changes,
  'PUT /api/[[...path]]': changes,
  'PATCH /api/[[...path]]': changes,
  'DELETE /api/[[...path]]': changes,
  /** Pages that are not there are rendered, too. */
  'GET /[[...path]]': page(),
  /** Any other method: Next answers it, as a page. */
  '* /[[...path]]': page(),
} as const satisfies Readonly<Record<string, RouteCost>>;

export type RouteName = keyof typeof ROUTE_COSTS;
export const ROUTE_NAMES = Object.keys(ROUTE_COSTS) as RouteName[];
