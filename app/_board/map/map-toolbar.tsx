'use client';

import { MOTION_ID } from '../../../domain/layout/map-tree.ts';
import { Button } from '../../_ui/button/button.tsx';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { SearchButton } from '../search/search-button.tsx';
import { useMap } from './map-context.tsx';
import styles from './map-view.module.css';

const STEP = 1.3;

/** Zoom, fit, and the way back to the motion. */
export function MapToolbar() {
  const t = useMessages('map');
  const { scene, branch } = useMap();
  return (
    <div className={styles.toolbar} role="toolbar" aria-label={t('tools')} data-map-tools="">
      <Button
        size="small"
        aria-label={t('zoomIn')}
        title={t('zoomIn')}
        onClick={() => scene.camera?.zoomBy(STEP)}
      >
        <span aria-hidden="true">+</span>
      </Button>
      <Button
        size="small"
        aria-label={t('zoomOut')}
        title={t('zoomOut')}
        onClick={() => scene.camera?.zoomBy(1 / STEP)}
      >
        <span aria-hidden="true">−</span>
      </Button>
      <Button size="small" title={t(branch ? 'fitBranchHint' : 'fitHint')} onClick={() => scene.fit()}>
        {t('fit')}
      </Button>
      <Button size="small" title={t('toMotionHint')} onClick={() => scene.goTo(MOTION_ID)}>
        {t('toMotion')}
      </Button>
      <SearchButton />
    </div>
  );
}
