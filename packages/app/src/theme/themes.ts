import {
  createUnifiedTheme,
  genPageTheme,
  shapes,
  type UnifiedTheme,
} from '@backstage/theme';
import { darkPalette, lightPalette } from './palettes';

const FONT =
  'system-ui, -apple-system, "Segoe UI", Roboto, Ubuntu, Cantarell, sans-serif';

/** One plain header for every kind of page; content should stand out. */
function headers(color: string, fontColor: string) {
  const plain = genPageTheme({
    colors: [color, color],
    shape: shapes.none ?? 'none',
    options: { fontColor },
  });
  return Object.fromEntries(
    [
      'home',
      'documentation',
      'tool',
      'service',
      'website',
      'library',
      'other',
      'app',
      'apis',
      'card',
    ].map(id => [id, plain]),
  );
}

/** Backstage keeps the labels of a table on one line, whatever room is left. */
const components = {
  BackstageMetadataTableTitleCell: {
    styleOverrides: { root: { whiteSpace: 'normal' as const } },
  },
};

export const lightTheme: UnifiedTheme = createUnifiedTheme({
  palette: lightPalette,
  fontFamily: FONT,
  components,
  defaultPageTheme: 'home',
  pageTheme: headers('#f5f5f5', '#000000'),
});

export const darkTheme: UnifiedTheme = createUnifiedTheme({
  palette: darkPalette,
  fontFamily: FONT,
  components,
  defaultPageTheme: 'home',
  pageTheme: headers('#333333', '#ffffff'),
});
