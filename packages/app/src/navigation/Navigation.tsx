import {
  Sidebar,
  SidebarDivider,
  SidebarGroup,
  SidebarItem,
  SidebarScrollWrapper,
  SidebarSpace,
} from '@backstage/core-components';
import {
  useTranslationRef,
  type IconComponent,
} from '@backstage/frontend-plugin-api';
import type { NavContentComponentProps } from '@backstage/plugin-app-react';
import {
  RiAddBoxLine,
  RiApps2Line,
  RiChatSmile2Line,
  RiHome5Line,
  RiInboxLine,
  RiMenuLine,
  RiSearchLine,
  RiSettings3Line,
} from '@remixicon/react';
import { portalTranslationRef } from '../translation';
import { Company } from './Company';
import { Notifications } from './Notifications';

const HomeIcon: IconComponent = () => <RiHome5Line />;
const AssistantIcon: IconComponent = () => <RiChatSmile2Line />;
const ThingsIcon: IconComponent = () => <RiApps2Line />;
const CreateIcon: IconComponent = () => <RiAddBoxLine />;
const RequestsIcon: IconComponent = () => <RiInboxLine />;
const SearchIcon: IconComponent = () => <RiSearchLine />;
const SettingsIcon: IconComponent = () => <RiSettings3Line />;

/** Extensions whose entry has its place below. */
const PAGES = {
  home: 'page:aiops-agent/home',
  assistant: 'page:aiops-agent/assistant',
  things: 'page:catalog',
  create: 'page:scaffolder',
  requests: 'page:aiops-agent/requests',
  search: 'page:search',
  notifications: 'page:notifications',
  settings: 'page:user-settings',
} as const;

/** Reached from the things that they belong to. */
const ELSEWHERE = ['page:catalog-graph', 'page:aiops-agent/credentials'];

/**
 * The portal's pages, those of everyday first. Pages of plugins that an
 * adopter adds follow by themselves.
 */
export function Navigation(props: NavContentComponentProps) {
  const { t } = useTranslationRef(portalTranslationRef);
  const pages = props.navItems.clone();
  const entry = (
    page: Exclude<keyof typeof PAGES, 'notifications'>,
    icon: IconComponent,
  ) => {
    const item = pages.take(PAGES[page]);
    return (
      item && (
        <SidebarItem
          to={item.href}
          text={t(`navigation.${page}`)}
          icon={icon}
        />
      )
    );
  };

  const everyday = (
    <>
      {entry('home', HomeIcon)}
      {entry('assistant', AssistantIcon)}
      {entry('things', ThingsIcon)}
      {entry('create', CreateIcon)}
      {entry('requests', RequestsIcon)}
    </>
  );
  ELSEWHERE.forEach(id => pages.take(id));
  const search = entry('search', SearchIcon);
  const notifications = pages.take(PAGES.notifications);
  const settings = entry('settings', SettingsIcon);

  return (
    <Sidebar>
      <Company />
      <SidebarGroup label={t('navigation.menu')} icon={<RiMenuLine />}>
        <SidebarScrollWrapper>
          {everyday}
          {pages.rest().map(item => (
            <SidebarItem
              key={item.node.spec.id}
              to={item.href}
              text={item.title}
              icon={() => item.icon}
            />
          ))}
        </SidebarScrollWrapper>
        <SidebarSpace />
        <SidebarDivider />
        {search}
        {notifications && <Notifications href={notifications.href} />}
        {settings}
      </SidebarGroup>
    </Sidebar>
  );
}
