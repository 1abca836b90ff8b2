import { Box } from '@backstage/ui';
import { forwardRef, type HTMLAttributes, type ReactNode } from 'react';
import styles from './Surface.module.css';

interface SurfaceProps extends HTMLAttributes<HTMLDivElement> {
  as?: 'section' | 'article' | 'div' | 'li';
  children: ReactNode;
}

/** A card: one thing, set off from the page. */
export const Surface = forwardRef<HTMLDivElement, SurfaceProps>(
  ({ className, children, ...rest }, ref) => (
    <Box
      {...rest}
      ref={ref}
      bg="neutral"
      className={className ? `${styles.surface} ${className}` : styles.surface}
    >
      {children}
    </Box>
  ),
);
Surface.displayName = 'Surface';
