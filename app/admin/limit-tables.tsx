import { LIMITS } from '../../domain/debate/engine/limits.ts';
import { parley } from '../../server/handle.ts';
import {
  ALLOWANCE_NAMES,
  ALLOWANCE_SCOPES,
  ALLOWANCES,
  type Allowance,
  CONNECTION_CAPS,
} from '../../server/limits/allowances.ts';
import { EVENT_COSTS, OPERATION_COSTS } from '../../server/limits/event-costs.ts';
import { ROUTE_COSTS, ROUTE_NAMES } from '../../server/limits/route-costs.ts';
import { FormHint } from '../_ui/form-page/form-page.tsx';
import { catalogue, messages } from '../_ui/messages/messages.ts';
import { TableFrame } from './table-frame.tsx';
import styles from './tables.module.css';

const MINUTE = 60;
const DAY = 86_400;

/** All limits, as the server enforces them. */
export async function LimitTables() {
  const t = messages('admin');
  const number = new Intl.NumberFormat(catalogue().locale, { maximumFractionDigits: 2 });
  // Whichever is easier to imagine.
  const inTheLongRun = (perSecond: number) =>
    perSecond * MINUTE >= 1
      ? t('perMinute', { count: perSecond * MINUTE })
      : t('perDay', { count: perSecond * DAY });
  const paces = ALLOWANCE_NAMES.flatMap((name) => {
    const allowance: Allowance = ALLOWANCES[name];
    return ALLOWANCE_SCOPES.flatMap((scope) => {
      const pace = allowance[scope];
      return pace ? [{ name, scope, ...pace }] : [];
    });
  });
  const caps = Object.entries(CONNECTION_CAPS) as [keyof typeof CONNECTION_CAPS, number][];
  const limits = Object.entries(LIMITS) as [keyof typeof LIMITS, number][];
  const quotas = await parley().quotas.shown();
  const taken = (names: readonly (typeof ALLOWANCE_NAMES)[number][]) =>
    names.map((name) => t(`allowance.${name}`)).join(' · ');
  return (
    <>
      <FormHint>{t('quotasText')}</FormHint>
      <NumberTable
        label={t('storage')}
        value={t('value')}
        rows={quotas.map(({ name, limit, used }) => [
          name,
          t(`quota.${name}`),
          [
            limit === null ? t('unlimited') : number.format(limit),
            ...(used === null ? [] : [t('usedNow', { count: number.format(used) })]),
          ].join(' · '),
        ])}
      />
      <FormHint>{t('limitsText')}</FormHint>
      <TableFrame label={t('pace')}>
        <thead>
          <tr>
            <th scope="col">{t('pace')}</th>
            <th scope="col">{t('countedFor')}</th>
            <th scope="col" className={styles.number}>
              {t('burst')}
            </th>
            <th scope="col" className={styles.number}>
              {t('longRun')}
            </th>
          </tr>
        </thead>
        <tbody>
          {paces.map(({ name, scope, burst, perSecond }) => (
            <tr key={`${name} ${scope}`}>
              <th scope="row">{t(`allowance.${name}`)}</th>
              <td>{t(`scope.${scope}`)}</td>
              <td className={styles.number}>{number.format(burst)}</td>
              <td className={styles.number}>{inTheLongRun(perSecond)}</td>
            </tr>
          ))}
        </tbody>
      </TableFrame>
      <NumberTable
        label={t('connections')}
        value={t('value')}
        rows={caps.map(([cap, count]) => [cap, t(`cap.${cap}`), number.format(count)])}
      />
      <TableFrame label={t('request')}>
        <thead>
          <tr>
            <th scope="col">{t('request')}</th>
            <th scope="col">{t('takes')}</th>
            <th scope="col">{t('besides')}</th>
          </tr>
        </thead>
        <tbody>
          {ROUTE_NAMES.map((name) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{taken(ROUTE_COSTS[name].takes)}</td>
              <td>{taken(ROUTE_COSTS[name].besides)}</td>
            </tr>
          ))}
        </tbody>
      </TableFrame>
      <NumberTable
        label={t('action')}
        value={t('price')}
        rows={[...Object.entries(EVENT_COSTS), ...OPERATION_COSTS].map(([name, cost]) => [
          name,
          name,
          number.format(cost),
        ])}
      />
      <NumberTable
        label={t('limit')}
        value={t('value')}
        rows={limits.map(([key, limit]) => [key, t(`limitName.${key}`), number.format(limit)])}
      />
    </>
  );
}

interface NumberTableProps {
  readonly label: string;
  readonly value: string;
  readonly rows: readonly (readonly [key: string, name: string, value: string])[];
}

function NumberTable({ label, value, rows }: NumberTableProps) {
  return (
    <TableFrame label={label}>
      <thead>
        <tr>
          <th scope="col">{label}</th>
          <th scope="col" className={styles.number}>
            {value}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([key, name, count]) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            <td className={styles.number}>{count}</td>
          </tr>
        ))}
      </tbody>
    </TableFrame>
  );
}
