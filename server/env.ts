import { z } from 'zod';
import type { QuietRules } from '../domain/debate/settings/quiet.ts';
import { OIDC_SCOPE, type OidcSettings, readOidcProviders } from './auth/oidc/oidc-settings.ts';
import type { SignInRules } from './auth/sign-in/sign-ins.ts';
import { readSignUp, type SignUp } from './auth/sign-in/sign-up.ts';
import { START_RULES, type StartRule } from './auth/start-rules.ts';
import { StartError } from './database/start-error.ts';
import { QUOTAS, type QuotaName } from './limits/allowances.ts';
import { withSecretFiles } from './secret-files.ts';
import type { AdminLink } from './services/administration/administration.ts';
import type { Bucket } from './services/backups/backup-bucket.ts';

/** The server's settings, read once from the environment. */
export interface Env {
  readonly port: number;
  readonly host: string;
  /** The address people use, without a trailing slash; `null`: any address of this machine. */
  readonly appUrl: string | null;
  readonly dataDir: string;
  /** PostgreSQL; null: the embedded database in `dataDir`. */
  readonly databaseUrl: string | null;
  /** The Redis that connects nodes; `null`: there is one node, or the nodes only meet in the database. */
  readonly redisUrl: string | null;
  /** `null`: created and kept in `dataDir`. */
  readonly authSecret: string | null;
  /** The previous secret: still accepted during a rotation. */
  readonly authSecretPrevious: string | null;
  readonly signInRules: SignInRules;
  /** When a start prints a link that makes its opener an administrator. */
  readonly adminLink: AdminLink;
  /** A service of leaked passwords, by its range address, which ends with a slash; `null`: none. */
  readonly passwordBreachUrl: string | null;
  /** The mail server, `smtp://` or `smtps://`; `null`: emails are printed. */
  readonly smtpUrl: string | null;
  /** The sender of emails. */
  readonly mailFrom: string;
  /** The OpenID Connect providers people may sign in through. */
  readonly oidcProviders: readonly OidcSettings[];
  /** The rule for creating accounts. */
  readonly signUp: SignUp;
  /** Number of your own proxies in front of the server, whose `X-Forwarded-For` is trusted; 0: none. */
  readonly proxies: number;
  /** Contact of the server's operator, for the privacy page; `null`: it doesn't say. */
  readonly operatorContact: string | null;
  /** Days after which a backup is deleted, for the privacy page; `null`: it doesn't say. */
  readonly backupDays: number | null;
  /** The folder of scheduled backups; `null`: there are none. */
  readonly backupDir: string | null;
  /** The bucket of scheduled backups, in place of a folder; `null`: there is none. */
  readonly backupBucket: Bucket | null;
  /** Hours between two scheduled backups. */
  readonly backupHours: number;
  /** Days for which the answers to operations are kept. */
  readonly answerDays: number;
  /** Days after which a guest who can't come back and contributed nothing is erased; `null`: never. */
  readonly guestDays: number | null;
  /** The ends of debates in which nothing is written. */
  readonly quietRules: QuietRules;
  /** The most that is stored; `null`: no limit. */
  readonly quotas: Readonly<Record<QuotaName, number | null>>;
  /** Addresses webhooks may use: the internet by https, any, or none. */
  readonly webhooks: (typeof WEBHOOKS)[number];
  /** Sites whose pages may show debates in frames: origins, or `*` for all. */
  readonly embedOrigins: readonly string[];
  /** People who may start debates; null: administrators choose on their page. */
  readonly startDebates: StartRule | null;
  /** The token for reading `/metrics`; `null`: nothing is measured. */
  readonly metricsToken: string | null;
  /** The OpenTelemetry collector, by its address; `null`: nothing is traced. */
  readonly tracesEndpoint: string | null;
  /** The share of operations that is traced, from 0 to 1. */
  readonly tracesShare: number;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  /** Write one frame to all idle connections instead of emitting to each (see `realtime/shared-frame.ts`). */
  readonly sharedFrames: boolean;
  readonly development: boolean;
}

const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;

/** OpenTelemetry's names. Its `parentbased_…` are missing: they let a browser choose what a server records. */
const SAMPLERS = ['always_on', 'always_off', 'traceidratio'] as const;

const WEBHOOKS = ['public', 'any', 'off'] as const;

/** A whole number from `from` to `to`, which is `what`. */
function wholeNumber(what: string, { from, to }: { readonly from: number; readonly to: Limit }) {
  const [most, why] = typeof to === 'number' ? [to, ''] : to;
  return z.coerce
    .number(`must be ${what}`)
    .int('must be a whole number')
    .min(from, `must be ${from} or more`)
    .max(most, `must be ${most} or less${why}`);
}

/** The most that is allowed, with the reason if it isn't plain. */
type Limit = number | readonly [most: number, why: string];

const days = (from: number, to: Limit = 3650) => wholeNumber('a number of days', { from, to });

/** The most that may be stored; null, said as `none`: no limit. */
const quota = (byDefault: number | null) =>
  z.preprocess(
    (value) => (value === 'none' ? null : value),
    z.coerce
      .number('must be a number or none')
      .int('must be a whole number')
      .min(1, 'must be 1 or more')
      .nullable()
      .default(byDefault),
  );

const httpAddress = (what: string) => z.url({ protocol: /^https?$/, error: `must be ${what}` });

const secretOf = (least: number) => z.string().min(least, `must have at least ${least} characters`);

const schema = z.object({
  PORT: wholeNumber('a port number from 0 to 65535', { from: 0, to: 65_535 }).default(3000),
  HOST: z.string().default('0.0.0.0'),
  APP_URL: httpAddress('an address such as https://debates.example.org')
    // Also called with text that is no address at all.
    .refine((url) => !URL.canParse(url) || new URL(url).pathname === '/', 'must not have a path')
    .optional(),
  DATA_DIR: z.string().default('./data'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must begin with postgresql://')
    .optional(),
  REDIS_URL: z
    .string()
    .regex(/^rediss?:\/\//, 'must begin with redis:// or rediss://')
    .refine((url) => URL.canParse(url), 'must be an address such as redis://host:6379')
    .optional(),
  AUTH_SECRET: secretOf(32).optional(),
  AUTH_SECRET_PREVIOUS: secretOf(32).optional(),
  SIGN_IN_IDLE_DAYS: days(1, [120, ': no sign-in lasts longer']).default(30),
  PASSWORD_BREACH_URL: httpAddress('an address such as https://api.pwnedpasswords.com/range/')
    // Characters of a hash are appended to it directly.
    .refine((url) => url.endsWith('/'), 'must end with a slash')
    .optional(),
  ADMIN_LINK: z.enum(['first', 'always'], 'must be first or always').default('first'),
  ADMIN_SECOND_FACTOR: z.enum(['optional', 'required'], 'must be optional or required').default('optional'),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'must begin with smtp:// or smtps://')
    .refine((url) => URL.canParse(url), 'must be an address such as smtp://user:password@host:587')
    .optional(),
  MAIL_FROM: z
    .string()
    .regex(/^([^<>]+<)?[^\s<>@]+@[^\s<>@]+>?$/, 'must be an address such as Parley <parley@example.org>')
    .optional(),
  OIDC_ISSUER: httpAddress('an address such as https://login.example.org').optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().optional(),
  OIDC_PROVIDERS: z
    .string()
    .transform((json, { addIssue }) => {
      const read = readOidcProviders(json);
      if (read.ok) return read.providers;
      addIssue({ code: 'custom', message: read.problem });
      return z.NEVER;
    })
    .optional(),
  SIGN_UP: z
    .string()
    .default('anyone')
    .transform((text, { addIssue }) => {
      const read = readSignUp(text);
      if (read === null)
        addIssue({ code: 'custom', message: 'must be anyone, oidc, or domains:example.org,example.com' });
      return read ?? z.NEVER;
    }),
  OPERATOR_CONTACT: z.string().trim().max(300, 'must be one line of 300 characters at most').optional(),
  BACKUP_DAYS: days(0).optional(),
  BACKUP_DIR: z.string().optional(),
  BACKUP_S3_URL: httpAddress('the address of a bucket, such as https://s3.example.org/parley')
    .refine((url) => !URL.canParse(url) || new URL(url).search === '', 'must end with the bucket')
    .optional(),
  BACKUP_S3_REGION: z.string().default('us-east-1'),
  BACKUP_S3_KEY_ID: z.string().optional(),
  BACKUP_S3_SECRET: z.string().optional(),
  BACKUP_S3_PREFIX: z
    .string()
    .regex(/^[\w-]+(\/[\w-]+)*\/?$/, 'must be names of letters, digits, - and _ with / between')
    .optional(),
  BACKUP_HOURS: wholeNumber('a number of hours', { from: 1, to: 744 }).default(24),
  ANSWER_DAYS: days(30).default(180),
  GUEST_DAYS: days(1).optional(),
  QUIET_DAYS: days(30).optional(),
  ARCHIVED_DAYS: days(1).optional(),
  NOTICE_DAYS: days(7, 90).default(14),
  PERSON_DEBATES: quota(QUOTAS.personDebates),
  PERSON_MEGABYTES: quota(QUOTAS.personMegabytes),
  DEBATE_MEGABYTES: quota(QUOTAS.debateMegabytes),
  SERVER_DEBATES: quota(QUOTAS.serverDebates),
  SERVER_MEGABYTES: quota(QUOTAS.serverMegabytes),
  WEBHOOKS: z.enum(WEBHOOKS, `must be one of ${WEBHOOKS.join(', ')}`).default('public'),
  EMBED_ORIGINS: z
    .string()
    .transform((origins) => origins.trim().split(/\s+/))
    .refine(
      (origins) => origins.every((origin) => origin === '*' || isOrigin(origin)),
      'must be origins such as https://www.example.org with spaces between, or *',
    )
    .optional(),
  START_DEBATES: z.enum(START_RULES, `must be one of ${START_RULES.join(', ')}`).optional(),
  METRICS_TOKEN: secretOf(16).optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: httpAddress('an address such as http://localhost:4318').optional(),
  // Other programs on the same machine may read these two: they are looked at only where they matter.
  OTEL_TRACES_SAMPLER: z.string().default('always_on'),
  OTEL_TRACES_SAMPLER_ARG: z.string().default('1'),
  LOG_LEVEL: z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(', ')}`).default('info'),
  TRUST_PROXY: wholeNumber('the number of proxies before the server', { from: 0, to: 10 }).default(0),
  SHARED_FRAMES: z.enum(['on', 'off'], 'must be on or off').default('on'),
  NODE_ENV: z.string().optional(),
});
type Settings = z.infer<typeof schema>;

/** The names of all settings. */
export const SETTINGS: readonly string[] = Object.keys(schema.shape);

function isOrigin(text: string): boolean {
  return URL.canParse(text) && /^https?:/.test(text) && new URL(text).origin === text;
}

/** The settings, with rules that more than one of them are in. */
const complete = schema
  .refine(
    ({ OIDC_ISSUER, OIDC_PROVIDERS = [] }) => !OIDC_ISSUER || !OIDC_PROVIDERS.some(({ id }) => id === 'oidc'),
    {
      path: ['OIDC_PROVIDERS'],
      message: 'must not use the id "oidc" when OIDC_ISSUER is set, which has that id',
    },
  )
  .refine(
    ({ SIGN_UP, OIDC_ISSUER, OIDC_PROVIDERS = [] }) =>
      SIGN_UP.kind !== 'oidc' || OIDC_ISSUER || OIDC_PROVIDERS.length > 0,
    {
      path: ['SIGN_UP'],
      message: 'must not be oidc without a provider: set OIDC_ISSUER or OIDC_PROVIDERS',
    },
  )
  .refine(
    ({ BACKUP_DIR, BACKUP_S3_URL, BACKUP_DAYS, BACKUP_HOURS }) =>
      !(BACKUP_DIR || BACKUP_S3_URL) || BACKUP_DAYS === undefined || BACKUP_HOURS <= 24 * BACKUP_DAYS,
    {
      path: ['BACKUP_HOURS'],
      message: 'must be 24 times BACKUP_DAYS or less: otherwise the only backup is older than you say',
    },
  )
  .refine(({ BACKUP_DIR, BACKUP_S3_URL }) => !BACKUP_DIR || !BACKUP_S3_URL, {
    path: ['BACKUP_S3_URL'],
    message: 'must not be set where BACKUP_DIR is: backups go to one place',
  })
  .refine(
    ({ OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_TRACES_SAMPLER }) =>
      !OTEL_EXPORTER_OTLP_ENDPOINT || SAMPLERS.some((name) => name === OTEL_TRACES_SAMPLER),
    { path: ['OTEL_TRACES_SAMPLER'], message: `must be one of ${SAMPLERS.join(', ')}` },
  )
  .refine((settings) => !settings.OTEL_EXPORTER_OTLP_ENDPOINT || !Number.isNaN(tracesShareOf(settings)), {
    path: ['OTEL_TRACES_SAMPLER_ARG'],
    message: 'must be a number from 0 to 1',
  })
  .refine(({ ARCHIVED_DAYS, NOTICE_DAYS }) => ARCHIVED_DAYS === undefined || ARCHIVED_DAYS >= NOTICE_DAYS, {
    path: ['ARCHIVED_DAYS'],
    message: 'must be NOTICE_DAYS or more: owners are notified before',
  });

/** The provider in the four variables, then those in the list. */
function oidcProvidersOf(settings: Settings): readonly OidcSettings[] {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = settings;
  const listed = settings.OIDC_PROVIDERS ?? [];
  if (!issuer || !clientId || !clientSecret) return listed;
  const name = settings.OIDC_NAME ?? new URL(issuer).hostname;
  const known = {
    trustsEmail: true,
    asksEveryTime: false,
    acr: [],
    scope: OIDC_SCOPE,
    administrators: null,
  };
  return [{ id: 'oidc', issuer, clientId, clientSecret, name, ...known }, ...listed];
}

function bucketOf({
  BACKUP_S3_URL: url,
  BACKUP_S3_REGION: region,
  BACKUP_S3_KEY_ID: keyId,
  BACKUP_S3_SECRET: secret,
  BACKUP_S3_PREFIX: prefix,
}: Settings): Bucket | null {
  if (!url || !keyId || !secret) return null;
  return {
    url: withoutSlashes(url),
    region,
    keyId,
    secret,
    prefix: prefix ? `${withoutSlashes(prefix)}/` : '',
  };
}

/** An address without the slashes at its end. */
function withoutSlashes(address: string): string {
  let end = address.length;
  while (address[end - 1] === '/') end -= 1;
  return address.slice(0, end);
}

/** The share of operations that is traced; `NaN`: it is not a share. */
function tracesShareOf({ OTEL_TRACES_SAMPLER: sampler, OTEL_TRACES_SAMPLER_ARG: share }: Settings): number {
  if (sampler !== 'traceidratio') return sampler === 'always_off' ? 0 : 1;
  const number = Number(share);
  return number >= 0 && number <= 1 ? number : Number.NaN;
}

/** Settings that need another one, and why. */
const TOGETHER = [
  ['SMTP_URL', 'MAIL_FROM', 'mail servers reject email without a sender'],
  ['SMTP_URL', 'APP_URL', 'emails link to it, because a Host header can be forged'],
  ['BACKUP_DIR', 'BACKUP_DAYS', 'backups older than that are deleted'],
  ['BACKUP_S3_URL', 'BACKUP_DAYS', 'backups older than that are deleted'],
  ['BACKUP_S3_URL', 'BACKUP_S3_KEY_ID', 'the store knows this server by it'],
  ['BACKUP_S3_URL', 'BACKUP_S3_SECRET', 'requests to the store are signed with it'],
  ['ARCHIVED_DAYS', 'QUIET_DAYS', 'debates are archived before they are deleted'],
  ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'the provider knows this server by it'],
  ['OIDC_ISSUER', 'OIDC_CLIENT_SECRET', 'the provider knows this server by it'],
  ['REDIS_URL', 'DATABASE_URL', 'the embedded database is for one node'],
  ['REDIS_URL', 'AUTH_SECRET', 'nodes that have the same one know who signed in at another'],
] as const;

/**
 * Reads the settings; secrets may be in files, see `withSecretFiles`. A `StartError` names each variable that is wrong, and why; values are
 * not repeated (secrets).
 */
export function readEnv(variables: Readonly<Record<string, string | undefined>>): Env {
  const parsed = TOGETHER.reduce(
    (whole, [one, other, why]) =>
      whole.refine((all) => !all[one] || all[other] !== undefined, {
        path: [other],
        message: `must be set where ${one} is: ${why}`,
      }),
    complete,
  ).safeParse(withoutEmpty(withSecretFiles(variables)));
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`);
    throw new StartError(`Invalid settings: ${faults.join('; ')}.`);
  }
  const settings = parsed.data;
  return {
    port: settings.PORT,
    host: settings.HOST,
    appUrl: settings.APP_URL ? new URL(settings.APP_URL).origin : null,
    dataDir: settings.DATA_DIR,
    databaseUrl: settings.DATABASE_URL ?? null,
    redisUrl: settings.REDIS_URL ?? null,
    authSecret: settings.AUTH_SECRET ?? null,
    authSecretPrevious: settings.AUTH_SECRET_PREVIOUS ?? null,
    passwordBreachUrl: settings.PASSWORD_BREACH_URL ?? null,
    signInRules: {
      idleDays: settings.SIGN_IN_IDLE_DAYS,
      administratorsNeedSecondFactor: settings.ADMIN_SECOND_FACTOR === 'required',
    },
    adminLink: settings.ADMIN_LINK,
    smtpUrl: settings.SMTP_URL ?? null,
    mailFrom: settings.MAIL_FROM ?? '',
    oidcProviders: oidcProvidersOf(settings),
    signUp: settings.SIGN_UP,
    proxies: settings.TRUST_PROXY,
    operatorContact: settings.OPERATOR_CONTACT ?? null,
    backupDays: settings.BACKUP_DAYS ?? null,
    backupDir: settings.BACKUP_DIR ?? null,
    backupBucket: bucketOf(settings),
    backupHours: settings.BACKUP_HOURS,
    answerDays: settings.ANSWER_DAYS,
    guestDays: settings.GUEST_DAYS ?? null,
    quietRules: {
      archiveDays: settings.QUIET_DAYS ?? null,
      deleteDays: settings.ARCHIVED_DAYS ?? null,
      noticeDays: settings.NOTICE_DAYS,
    },
    quotas: {
      personDebates: settings.PERSON_DEBATES,
      personMegabytes: settings.PERSON_MEGABYTES,
      debateMegabytes: settings.DEBATE_MEGABYTES,
      serverDebates: settings.SERVER_DEBATES,
      serverMegabytes: settings.SERVER_MEGABYTES,
    },
    webhooks: settings.WEBHOOKS,
    embedOrigins: settings.EMBED_ORIGINS ?? [],
    startDebates: settings.START_DEBATES ?? null,
    metricsToken: settings.METRICS_TOKEN ?? null,
    tracesEndpoint: settings.OTEL_EXPORTER_OTLP_ENDPOINT ?? null,
    tracesShare: tracesShareOf(settings),
    logLevel: settings.LOG_LEVEL,
    sharedFrames: settings.SHARED_FRAMES === 'on',
    development: settings.NODE_ENV === 'development',
  };
}

/** A variable that is set to nothing counts as missing, as in most shells' and containers' files. */
function withoutEmpty(variables: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(variables).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  );
}
