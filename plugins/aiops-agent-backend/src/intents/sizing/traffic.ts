/** The size that carries so much traffic, where none is said. */
export const SIZE_FOR_TRAFFIC = {
  low: 'small',
  medium: 'medium',
  high: 'large',
} as const;
