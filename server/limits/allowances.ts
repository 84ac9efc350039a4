import type { Pace } from './token-bucket.ts';

/**
 * The scopes an allowance is counted by: one signed-in person over all their tabs and devices; one connection of a reader who is not signed
 * in; one connection of anyone; all requests from one address without a sign-in; everything from one address; everything in one debate;
 * everything on this server. Guessing is also counted by the attempted account, the browser, and the inbox.
 */
export const ALLOWANCE_SCOPES = [
  'person',
  'connection',
  'socket',
  'nameless',
  'address',
  'debate',
  'account',
  'browser',
  'inbox',
  'all',
] as const;
export type AllowanceScope = (typeof ALLOWANCE_SCOPES)[number];

/** The limit of each scope. A scope that is left out has no limit. */
export type Allowance = Partial<Readonly<Record<AllowanceScope, Pace>>>;

const MINUTE = 60;
const HOUR = 3_600;
const DAY = 86_400;

/** Invitations emailed in 24 hours. Counted in the database, so that all servers of one database share them. */
export const MAILS_A_DAY = { person: 200, debate: 400, inbox: 3, all: 2_000 } as const;
const aDay = (count: number): Pace => ({ burst: count, perSecond: count / DAY });

/**
 * Everything that is rate limited, and the limits. An address may be a lecture hall: 1,200 people behind one router who all arrive within
 * 20 seconds, and reload. So an address has far more than a person, and signed-in people are counted separately from readers at the same
 * address.
 */
export const ALLOWANCES = {
  /** Scripts, styles, fonts and icons: they cost little, and a first visit fetches some forty. */
  files: { address: { burst: 60_000, perSecond: 3_000 } },
  /** Health checks. By address, so that a flood from elsewhere doesn't make a monitor think that the server is down. */
  health: { address: { burst: 600, perSecond: 60 } },
  pages: {
    person: { burst: 120, perSecond: 4 },
    nameless: { burst: 3_000, perSecond: 60 },
    address: { burst: 6_000, perSecond: 150 },
  },
  /** Looked-up credentials that turn out to be unknown: further ones count as readers', without a lookup. */
  lookUps: { address: { burst: 3_000, perSecond: 20 } },
  /** Requests that read. */
  reads: {
    person: { burst: 300, perSecond: 20 },
    nameless: { burst: 6_000, perSecond: 300 },
    address: { burst: 12_000, perSecond: 600 },
  },
  /** Requests that change something. */
  changes: {
    person: { burst: 120, perSecond: 10 },
    nameless: { burst: 3_000, perSecond: 100 },
    address: { burst: 6_000, perSecond: 300 },
  },
  /** Operations over HTTP: as many as a connection may send, which `events` counts. */
  submissions: {
    person: { burst: 120, perSecond: 20 },
    nameless: { burst: 3_000, perSecond: 100 },
    address: { burst: 12_000, perSecond: 2_400 },
  },
  /** People who become guests. */
  guests: { address: { burst: 1_500, perSecond: 0.5 }, all: { burst: 10_000, perSecond: 20 } },
  /** Debates created: one for each group of a large class, in an hour. */
  debates: { person: { burst: 20, perSecond: 20 / HOUR }, address: { burst: 60, perSecond: 60 / HOUR } },
  /** Small groups formed, each a separate debate with a copy of the claims. */
  groups: { person: { burst: 100, perSecond: 1 / 6 }, address: { burst: 300, perSecond: 1 } },
  /** Boards cleared: each keeps a copy of the whole log. */
  clears: { person: { burst: 5, perSecond: 1 / MINUTE }, debate: { burst: 5, perSecond: 1 / MINUTE } },
  /** Debates written as files. */
  exports: {
    person: { burst: 30, perSecond: 0.5 },
    nameless: { burst: 30, perSecond: 0.5 },
    address: { burst: 300, perSecond: 3 },
  },
  /** Copies of a person's own data: each reads the log of every debate they participate in. */
  personalData: { person: { burst: 5, perSecond: 1 / MINUTE }, address: { burst: 60, perSecond: 0.5 } },
  /** Files uploaded, to preview or to create debates from: each may take a processor for seconds. */
  imports: { person: { burst: 20, perSecond: 1 / 30 }, address: { burst: 60, perSecond: 0.2 } },
  /** Requests for opinion groups: a tab sends at most one in two seconds, and people have several. */
  opinions: {
    person: { burst: 60, perSecond: 5 },
    nameless: { burst: 1_200, perSecond: 300 },
  },
  /** Requests for a past moment or for the activity: a history is played, and dragged through, many moments a second. */
  history: {
    person: { burst: 240, perSecond: 10 },
    nameless: { burst: 240, perSecond: 10 },
    address: { burst: 1_200, perSecond: 50 },
  },
  /** Searches of all debates. */
  searches: {
    person: { burst: 60, perSecond: 1 },
    nameless: { burst: 60, perSecond: 1 },
    address: { burst: 300, perSecond: 5 },
  },
  /** Attempts at passwords and codes, and requests for emails. */
  tries: {
    address: { burst: 1_000, perSecond: 5 },
    account: { burst: 10, perSecond: 1 / 10 },
    /** A browser that was signed in to the account before: strangers cannot use this up. */
    browser: { burst: 10, perSecond: 1 / 5 },
    inbox: { burst: 5, perSecond: 1 / 120 },
    all: { burst: 5_000, perSecond: 50 },
  },
  /** Codes of the authenticator app of an account. */
  factors: {
    address: { burst: 1_000, perSecond: 5 },
    account: { burst: 5, perSecond: 1 / 120 },
    /** A browser that was signed in to the account before: strangers who know the password cannot use this up. */
    browser: { burst: 10, perSecond: 1 / 60 },
    all: { burst: 5_000, perSecond: 50 },
  },
  /** Sign-ins with a passkey. By address only: there is nothing to guess, so strangers must not use up a total of the server. */
  passkeys: { address: { burst: 1_000, perSecond: 5 } },
  /** Codes of emails, typed in the browser that asked for them. */
  mailCodes: { address: { burst: 1_000, perSecond: 5 }, browser: { burst: 10, perSecond: 1 / 60 } },
  /**
   * Join codes that fail: a thousand people who each mistype one out of five. The first few of an address aren't counted here (see
   * `failed-tries.ts`). With these, an hour of guessing finds one of a thousand codes with a probability of one in sixteen thousand.
   */
  codes: {
    address: { burst: 200, perSecond: 1 },
    all: { burst: 2_000, perSecond: 10 },
  },
  /** Join codes of a debate that no longer work. */
  deadCodes: { debate: { burst: 300, perSecond: 2 } },
  /** Invitations by email: see `MAILS_A_DAY`. */
  invitationMails: {
    person: aDay(MAILS_A_DAY.person),
    debate: aDay(MAILS_A_DAY.debate),
    inbox: aDay(MAILS_A_DAY.inbox),
    all: aDay(MAILS_A_DAY.all),
  },
  /** Attempts to connect. */
  handshakes: { address: { burst: 3_000, perSecond: 100 } },
  /** Events on connections, and operations that programs send over HTTP, by their cost. */
  events: {
    person: { burst: 120, perSecond: 20 },
    connection: { burst: 120, perSecond: 20 },
    address: { burst: 12_000, perSecond: 2_400 },
  },
  /** Operations in one debate: more than a lecture hall that votes all at once. */
  operations: { debate: { burst: 6_000, perSecond: 600 } },
  /** Debates opened on connections, each with 64 KB of answer; more of an answer costs as much again. */
  openings: { address: { burst: 8_000, perSecond: 100 } },
  /** Events refused for coming too fast that are tolerated. A sender that continues is disconnected. */
  refusals: {
    person: { burst: 400, perSecond: 10 },
    connection: { burst: 400, perSecond: 10 },
    address: { burst: 8_000, perSecond: 400 },
  },
  /** Packets that aren't events. A client sends one on connect and one every 25 seconds; over the limit it is disconnected. */
  packets: { socket: { burst: 60, perSecond: 2 }, address: { burst: 12_000, perSecond: 600 } },
} as const satisfies Readonly<Record<string, Allowance>>;

export type AllowanceName = keyof typeof ALLOWANCES;
export const ALLOWANCE_NAMES = Object.keys(ALLOWANCES) as AllowanceName[];

/**
 * The most that is stored, unless the operator sets another number: debates a person owns and megabytes of these, megabytes of one debate,
 * and debates and megabytes of a whole server. Counted in the database, so that all servers of one database share them. `null`: no limit.
 */
export const QUOTAS = {
  personDebates: 1_000,
  personMegabytes: 1_000,
  debateMegabytes: 200,
  serverDebates: null,
  serverMegabytes: null,
} as const satisfies Readonly<Record<string, number | null>>;

export type QuotaName = keyof typeof QUOTAS;

/** Maximum simultaneous connections, by scope. */
export const CONNECTION_CAPS = {
  /** All of one server. */
  all: 5_000,
  /** Of these, readers who are not signed in: the rest is kept for people who are. */
  allNameless: 4_000,
  /** From one address: a lecture hall with two tabs or devices each. */
  address: 2_500,
  /** Of these, readers who are not signed in. */
  addressNameless: 1_500,
  /** With one debate open: room for all of its participants beside the readers. */
  debate: 4_000,
  /** Of these, readers who are not signed in. */
  debateNameless: 2_000,
  /** Tabs and devices of one person. */
  person: 20,
  /** TCP connections of this server, and from one address: browsers open six each, also those of a lecture hall. */
  sockets: 20_000,
  socketsOfAddress: 10_000,
} as const;
