import {
  BreadcrumbEntry,
  useBreadcrumbEntries,
  type PageLayoutProps,
} from '@backstage/frontend-plugin-api';
import { PluginHeader } from '@backstage/ui';
import { useResolvedPath } from 'react-router-dom';
import styles from './PageLayout.module.css';
import { useTitles } from './useTitles';

/**
 * A page of a plugin, under its title and tabs, as Backstage lays it out. What
 * plugins call them is fixed when the app starts; here it is said in the
 * language of the page.
 */
export function PageLayout(props: PageLayoutProps) {
  const { title, icon, noHeader, titleLink, headerActions, tabs } = props;
  const titleOf = useTitles();
  const path = useResolvedPath('.').pathname.replace(/\/$/, '');
  const { items } = useBreadcrumbEntries();
  if (noHeader) {
    return <>{props.children}</>;
  }

  const content = (
    <>
      <PluginHeader
        className={styles.header}
        title={title && titleOf(title)}
        icon={icon}
        titleLink={titleLink}
        breadcrumbs={items.map(item => ({
          ...item,
          label: titleOf(item.label),
        }))}
        tabs={tabs?.map(tab => ({
          ...tab,
          label: titleOf(tab.label),
          href: tab.href.startsWith('/') ? tab.href : `${path}/${tab.href}`,
          matchStrategy: 'prefix',
        }))}
        customActions={headerActions}
      />
      {props.children}
    </>
  );
  return title ? (
    <BreadcrumbEntry entry={{ label: title, href: titleLink ?? (path || '/') }}>
      {content}
    </BreadcrumbEntry>
  ) : (
    content
  );
}
