import { LIMITS } from '../../domain/debate/limits.ts';
import { parley } from '../../server/handle.ts';
import { FormHint } from '../_ui/form-page/form-page.tsx';
import { catalogue, messages } from '../_ui/messages/messages.ts';
import { TableFrame } from './table-frame.tsx';
import styles from './tables.module.css';

const MINUTE = 60;
const DAY = 86_400;

/** Every bound and pace of the program, as it has them. */
export function LimitTables() {
  const t = messages('admin');
  const number = new Intl.NumberFormat(catalogue().locale, { maximumFractionDigits: 1 });
  // Whatever is easier to picture.
  const inTheLongRun = (perSecond: number) =>
    perSecond * MINUTE >= 1
      ? t('perMinute', { count: perSecond * MINUTE })
      : t('perDay', { count: perSecond * DAY });
  const limits = Object.entries(LIMITS) as [keyof typeof LIMITS, number][];
  return (
    <>
      <FormHint>{t('limitsText')}</FormHint>
      <TableFrame label={t('pace')}>
        <thead>
          <tr>
            <th scope="col">{t('pace')}</th>
            <th scope="col" className={styles.number}>
              {t('burst')}
            </th>
            <th scope="col" className={styles.number}>
              {t('longRun')}
            </th>
          </tr>
        </thead>
        <tbody>
          {parley().paces.map(({ kind, burst, perSecond }) => (
            <tr key={kind}>
              <th scope="row">{t(`paceName.${kind}`)}</th>
              <td className={styles.number}>{number.format(burst)}</td>
              <td className={styles.number}>{inTheLongRun(perSecond)}</td>
            </tr>
          ))}
        </tbody>
      </TableFrame>
      <TableFrame label={t('limit')}>
        <thead>
          <tr>
            <th scope="col">{t('limit')}</th>
            <th scope="col" className={styles.number}>
              {t('value')}
            </th>
          </tr>
        </thead>
        <tbody>
          {limits.map(([key, limit]) => (
            <tr key={key}>
              <th scope="row">{t(`limitName.${key}`)}</th>
              <td className={styles.number}>{number.format(limit)}</td>
            </tr>
          ))}
        </tbody>
      </TableFrame>
    </>
  );
}
