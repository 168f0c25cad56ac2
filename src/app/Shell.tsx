import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { use, useId, useState } from 'react';
import { OfflineNotice } from '../session/OfflineNotice.tsx';
import { ServiceBadge } from '../session/ServiceBadge.tsx';
import { useEnvironment } from '../session/environment-query.ts';
import { ProductName } from '../ui/layout/Page.tsx';
import { ClearedNotice } from './ClearedNotice.tsx';
import { FailureSimulator } from './FailureSimulator.tsx';
import { SecretsPanel } from './SecretsPanel.tsx';
import { Simulation } from './Simulation.tsx';
import { Mark } from './Mark.tsx';
import { useAccess } from '../session/access.tsx';
import { paths, toSourceAddress } from '../session/paths.ts';
import { useStore } from '../ui/form/store.ts';
import { lateSlot } from '../ui/late/late-slot.ts';
import { useLazyComponent } from '../ui/use-lazy-component.ts';
import { quietButtonStyle } from '../ui/quiet-button-style.ts';
import { useWizard } from '../wizard/wizard.tsx';

/** Loaded when step one is done. It grows into the free space beside it. */
const loadSessionStatus = async () => (await import('./SessionStatus.tsx')).SessionStatus;

const navLink = style({
  font: 'ui',
  color: 'neutral',
  whiteSpace: 'nowrap',
  textDecoration: { default: 'none', ':hover': 'underline' },
  paddingTop: 8,
  // The mark of the current page takes no space. Bold text would move the items next to it.
  paddingBottom: { default: 8, ':is([aria-current=page])': '[6px]' },
  borderWidth: 0,
  borderBottomWidth: { default: 0, ':is([aria-current=page])': 2 },
  borderStyle: 'solid',
  borderColor: { default: 'accent-900', forcedColors: 'Highlight' },
  borderRadius: 'sm',
  outlineStyle: { default: 'none', ':focus-visible': 'solid' },
  outlineColor: { default: 'focus-ring', forcedColors: 'Highlight' },
  outlineWidth: 2,
  outlineOffset: 2,
});

/** A phone has no room for it in the header's row. There it covers the page, which does not move. */
const menu = style({
  display: { default: { default: 'none', isOpen: 'flex' }, sm: 'contents' },
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 12,
  position: 'absolute',
  top: 'full',
  insetX: 0,
  zIndex: 1,
  padding: 16,
  backgroundColor: 'layer-2',
});

/** It arrives late, so its space is kept free. Otherwise the header would need another line, and the page would move. */
const sessionStatus = style({
  display: 'flex',
  justifyContent: { sm: 'end' },
  flexGrow: { sm: 1 },
  flexBasis: { sm: 288 },
  minWidth: 0,
});

/**
 * The frame of every page: navigation, the service that the page uses, and the notice that Adobe does not provide it.
 */
export function Shell() {
  const environment = useEnvironment();
  // A menu belongs to the page it was opened on, because it covers the top of the next one.
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const [menuPath, setMenuPath] = useState<string | null>(null);
  const isMenuOpen = menuPath === path;
  const menuId = useId();
  const { source } = useWizard();
  // The link leads to one step, and belongs to all of them.
  const isInWizard = [paths.platform, paths.sources, paths.review, toSourceAddress(source)].includes(path);
  // Step one is skipped while its answers are valid.
  const access = useAccess();
  const { Component: SessionStatus } = useLazyComponent(loadSessionStatus, access !== null);
  const drawLateNotices = useStore(lateSlot);
  return (
    <div className={style({ display: 'flex', flexDirection: 'column', backgroundColor: 'layer-1' })}>
      <header
        className={style({
          position: 'relative',
          backgroundColor: 'layer-2',
          borderWidth: 0,
          borderBottomWidth: 1,
          borderStyle: 'solid',
          borderColor: 'gray-200',
          display: 'flex',
          flexWrap: 'wrap',
          alignItems: 'center',
          columnGap: { default: 12, sm: 16 },
          rowGap: 4,
          paddingX: { default: 16, sm: 32 },
          paddingY: 4,
        })}
      >
        <span className={style({ display: 'flex', alignItems: 'center', gap: 8, font: 'title-sm' })}>
          <Mark />
          {/* On a small screen the title of the page says it. */}
          <span className={style({ display: { default: 'none', md: 'inline' } })}>{use(ProductName)}</span>
        </span>
        <nav
          aria-label="Pages"
          className={style({
            display: 'flex',
            columnGap: { default: 12, sm: 20 },
            flexGrow: { default: 1, sm: 0 },
          })}
        >
          <Link
            to={access === null ? paths.platform : toSourceAddress(source)}
            {...(isInWizard && { 'aria-current': 'page' })}
            className={navLink}
          >
            New connection
          </Link>
          <Link to={paths.connections} className={navLink}>
            Connections
          </Link>
        </nav>
        <span className={style({ display: { sm: 'none' } })}>
          <button
            type="button"
            aria-expanded={isMenuOpen}
            aria-controls={menuId}
            className={quietButtonStyle({ isIcon: false })}
            onClick={() => setMenuPath(isMenuOpen ? null : path)}
          >
            Menu
          </button>
        </span>
        <div id={menuId} className={menu({ isOpen: isMenuOpen })}>
          <div className={sessionStatus}>
            {access !== null && SessionStatus !== null && <SessionStatus access={access} />}
          </div>
          <ServiceBadge environment={environment} />
          {environment.target === 'local' && <FailureSimulator />}
          <SecretsPanel />
        </div>
        {environment.target === 'local' && <Simulation />}
      </header>
      <OfflineNotice />
      <main
        className={style({
          // The footer starts below the first screen so that it does not jump when a loading page changes height.
          minHeight: 'screen',
          width: 'full',
          maxWidth: 1216,
          boxSizing: 'border-box',
          marginX: 'auto',
          paddingX: { default: 16, sm: 32 },
          paddingY: 16,
        })}
      >
        <ClearedNotice />
        <Outlet />
      </main>
      {drawLateNotices?.()}
      <footer
        className={style({
          font: 'body-sm',
          color: 'neutral-subdued',
          paddingX: { default: 16, sm: 32 },
          paddingY: 20,
          width: 'full',
          maxWidth: 1216,
          boxSizing: 'border-box',
          marginX: 'auto',
        })}
      >
        <p className={style({ margin: 0 })}>
          An independent tool for Adobe Experience Platform. It is not an Adobe product.
        </p>
      </footer>
    </div>
  );
}
