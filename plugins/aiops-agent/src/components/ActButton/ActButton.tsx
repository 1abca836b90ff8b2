import { Button, type ButtonProps } from '@backstage/ui';
import styles from './ActButton.module.css';

/**
 * A button that does something on the server. While that is under way it says
 * so and stays where it is, with the focus; `useActions` sees to it that a
 * second press does nothing.
 */
export function ActButton(
  props: Omit<ButtonProps, 'children' | 'isPending'> & {
    children: string;
    pending?: boolean;
  },
) {
  const { children, pending, ...rest } = props;
  return (
    <Button size="medium" className={styles.act} {...rest}>
      {pending ? `${children} …` : children}
    </Button>
  );
}
