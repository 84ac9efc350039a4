'use client';

import { MOTION_ID } from '#domain/layout/map-tree.ts';
import { Button } from '../../_ui/button/button.tsx';
import { MinusIcon, PlusIcon } from '../../_ui/icons.tsx';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { useViewPart } from '../core/view/view-provider.tsx';
import { useViewActs } from '../core/view/view-state.tsx';
import { SearchButton } from '../features/search/search-button.tsx';
import styles from './map-view.module.css';
import { useMap } from './scene/map-context.tsx';

/** Buttons that change what the map shows: overview, front, zoom and search. */
export function MapToolbar() {
  const t = useMessages('map');
  const { scene, branch, focus } = useMap();
  const { foldAll, setOverview } = useViewActs();
  const overview = useViewPart((parts) => parts.overview);
  return (
    // biome-ignore lint/a11y/useSemanticElements: buttons beside the debate, not a form.
    <div className={styles.toolbar} role="group" aria-label={t('tools')} data-map-tools="">
      <Button
        size="small"
        className={styles.wide}
        title={t('overviewHint')}
        aria-pressed={overview}
        onClick={() => setOverview(!overview)}
      >
        {t('overview')}
      </Button>
      <Button
        size="small"
        className={styles.wide}
        title={t(branch ? 'toBranchHint' : 'toFrontHint')}
        onClick={() => {
          setOverview(false);
          if (!branch) foldAll();
          scene.begin();
          if (!branch) focus(MOTION_ID);
        }}
      >
        {t('toFront')}
      </Button>
      <Button
        size="small"
        className={styles.wide}
        aria-label={t('zoomOut')}
        title={t('zoomOutHint')}
        // The overview is as far out as it gets.
        unavailable={overview}
        onClick={() => scene.camera?.zoomOut()}
      >
        <MinusIcon />
      </Button>
      <Button
        size="small"
        className={styles.wide}
        aria-label={t('zoomIn')}
        title={t('zoomInHint')}
        onClick={() => (overview ? setOverview(false) : scene.camera?.zoomIn())}
      >
        <PlusIcon />
      </Button>
      <SearchButton isShort />
    </div>
  );
}
