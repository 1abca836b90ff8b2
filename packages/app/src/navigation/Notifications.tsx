import { SidebarItem } from '@backstage/core-components';
import {
  toastApiRef,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { notificationsApiRef } from '@backstage/plugin-notifications';
import { useSignal } from '@backstage/plugin-signals-react';
import { VisuallyHidden } from '@backstage/ui';
import { RiNotification2Line } from '@remixicon/react';
import { useCallback, useEffect, useState } from 'react';
import { portalTranslationRef } from '../translation';

const NotificationsIcon = () => <RiNotification2Line />;

/** How many unread notifications there are; a new one is shown as it comes. */
export function Notifications(props: { href: string }) {
  const { t } = useTranslationRef(portalTranslationRef);
  const notifications = useApi(notificationsApiRef);
  const toasts = useApi(toastApiRef);
  const [unread, setUnread] = useState(0);
  const { lastSignal } = useSignal('notifications');

  const count = useCallback(async () => {
    try {
      setUnread((await notifications.getStatus()).unread);
    } catch {
      // The entry leads to the page as well without a number; the page says
      // what is wrong.
      setUnread(0);
    }
  }, [notifications]);

  useEffect(() => {
    count();
  }, [count, lastSignal]);

  const newest =
    lastSignal?.action === 'new_notification'
      ? String(lastSignal.notification_id)
      : undefined;
  useEffect(() => {
    if (!newest) {
      return;
    }
    notifications.getNotification(newest).then(
      ({ payload }) =>
        toasts.post({
          title: payload.title,
          description: payload.description,
          timeout: 8_000,
          links: payload.link
            ? [{ label: t('navigation.look'), href: payload.link }]
            : undefined,
        }),
      // It is on the notifications' page all the same.
      () => undefined,
    );
  }, [newest, notifications, t, toasts]);

  return (
    <>
      <SidebarItem
        to={props.href}
        icon={NotificationsIcon}
        text={t('navigation.notifications')}
        hasNotifications={unread > 0}
      />
      <VisuallyHidden role="status">
        {unread > 0 && t('navigation.unread', { count: unread })}
      </VisuallyHidden>
    </>
  );
}
