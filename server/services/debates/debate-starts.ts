import { refuse } from '#domain/debate/engine/refusal.ts';
import type { RejectionCode } from '#domain/debate/engine/rejections.ts';
import type { Result } from '../../auth/result.ts';
import type { SignedIn } from '../../auth/sign-in/sign-ins.ts';
import { asStartRule, type StartRule } from '../../auth/start-rules.ts';
import type { Database } from '../../database/open-database.ts';
import type { Logger } from '../../logging/logger.ts';
import type { StoredQuotas } from './quotas.ts';

/** The row of the server's settings with the rule. */
const KEY = 'start_debates';

/** The rule in force, and whether the environment sets it, so that it can't be changed on a page. */
export interface StartSetting {
  readonly rule: StartRule;
  readonly fixed: boolean;
}

/**
 * Decides who may start debates: new ones, duplicates and imports, from pages and programs alike. Small groups belong to an existing
 * debate; its moderators form them under any rule.
 */
export class DebateStarts {
  readonly #database: Database;
  readonly #fixed: StartRule | null;
  readonly #logger: Logger;
  readonly #quotas: Pick<StoredQuotas, 'problem'>;

  /** `fixed` is the rule that the environment sets; null: administrators choose. */
  constructor(parts: {
    database: Database;
    fixed: StartRule | null;
    logger: Logger;
    quotas: Pick<StoredQuotas, 'problem'>;
  }) {
    this.#database = parts.database;
    this.#fixed = parts.fixed;
    this.#logger = parts.logger;
    this.#quotas = parts.quotas;
  }

  /** The rule in force. Read from the database each time: a change holds on every server at once. */
  async setting(): Promise<StartSetting> {
    if (this.#fixed !== null) return { rule: this.#fixed, fixed: true };
    const row = await this.#database.prisma.setting.findUnique({ where: { key: KEY } });
    return { rule: asStartRule(row?.value) ?? 'anyone', fixed: false };
  }

  /** Changes the rule; for administrators, unless the environment sets it. */
  async choose(by: SignedIn, rule: StartRule): Promise<Result> {
    if (!by.administrator || this.#fixed !== null) return refuse('not_allowed');
    await this.#database.prisma.setting.upsert({
      where: { key: KEY },
      create: { key: KEY, value: rule },
      update: { value: rule },
    });
    this.#logger.info({ administrator: by.id, rule }, 'an administrator chose who may start debates');
    return { ok: true };
  }

  /** Allows a person with an account to start debates under the rule `invited`, or revokes that; for administrators. */
  async allow(by: SignedIn, userId: string, allowed: boolean): Promise<Result> {
    if (!by.administrator) return refuse('not_allowed');
    const { user } = this.#database.prisma;
    const person = await user.findUnique({
      where: { id: userId },
      select: { email: true, oidcSubject: true },
    });
    if (person === null) return refuse('unknown_participant');
    const isGuest = person.email === null && person.oidcSubject === null;
    if (allowed && isGuest) return refuse('account_required');
    await user.updateMany({ where: { id: userId }, data: { mayStart: allowed } });
    this.#logger.info(
      { administrator: by.id, person: userId, allowed },
      'an administrator changed whether a person may start debates',
    );
    return { ok: true };
  }

  /** Why a person, or a visitor who isn't signed in (null), may not start a debate; null: they may. */
  async problem(person: SignedIn | null): Promise<RejectionCode | null> {
    return (await this.#ruleAgainst(person)) ?? (person && (await this.#quotas.problem(person)));
  }

  async #ruleAgainst(person: SignedIn | null): Promise<RejectionCode | null> {
    const { rule } = await this.setting();
    if (rule === 'anyone' || person?.administrator) return null;
    if (rule === 'administrators') return 'start_administrators';
    const isAccount = person?.kind === 'account';
    if (rule === 'accounts') return isAccount ? null : 'start_accounts';
    return isAccount && (await this.#isAllowed(person.id)) ? null : 'start_invited';
  }

  async #isAllowed(id: string): Promise<boolean> {
    const person = await this.#database.prisma.user.findUnique({ where: { id }, select: { mayStart: true } });
    return person?.mayStart ?? false;
  }
}
