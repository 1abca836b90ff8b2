import { useSidebarOpenState } from '@backstage/core-components';
import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import styles from './Navigation.module.css';

/** Whose portal it is; its first letter where there is no room for more. */
export function Company() {
  const { isOpen } = useSidebarOpenState();
  const config = useApi(configApiRef);
  const name =
    config.getOptionalString('organization.name') ??
    config.getOptionalString('app.title') ??
    '';
  return (
    <div className={styles.company} title={name}>
      {isOpen ? name : name.charAt(0)}
    </div>
  );
}
