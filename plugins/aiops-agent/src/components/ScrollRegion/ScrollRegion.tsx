import { forwardRef, type HTMLAttributes } from 'react';
import styles from './ScrollRegion.module.css';

interface ScrollRegionProps extends HTMLAttributes<HTMLDivElement> {
  role: 'region' | 'log';
  label: string;
}

/** A part of the page that scrolls by itself, by keyboard too. */
export const ScrollRegion = forwardRef<HTMLDivElement, ScrollRegionProps>(
  ({ role, label, className, children, ...rest }, ref) => (
    <div
      {...rest}
      ref={ref}
      role={role}
      aria-label={label}
      tabIndex={0}
      className={className ? `${styles.region} ${className}` : styles.region}
    >
      {children}
    </div>
  ),
);
ScrollRegion.displayName = 'ScrollRegion';
