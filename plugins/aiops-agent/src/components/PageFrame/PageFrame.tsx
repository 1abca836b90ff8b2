import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useEffect, type ReactNode } from 'react';
import styles from './PageFrame.module.css';

/** A page of our own: its landmark, its title in the tab, its measure. */
export function PageFrame(props: {
  title: string;
  /** Fills the window and scrolls inside, as a conversation does. */
  fill?: boolean;
  children: ReactNode;
}) {
  const app = useApi(configApiRef).getOptionalString('app.title');
  useEffect(() => {
    document.title = app ? `${props.title} | ${app}` : props.title;
  }, [app, props.title]);
  return (
    <main className={props.fill ? styles.fill : styles.page}>
      {props.children}
    </main>
  );
}
