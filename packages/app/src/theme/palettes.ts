import { palettes } from '@backstage/theme';

/** The navigation is dark in both themes: the frame stays while pages change. */
const navigation = {
  background: '#171717',
  indicator: '#9cc9ff',
  color: '#c8c8c8',
  selectedColor: '#ffffff',
  navItem: { hoverBackground: '#333333' },
  submenu: { background: '#262626' },
};

/** Material UI's colours, the same as those of Backstage UI's tokens. */
export const lightPalette = {
  ...palettes.light,
  primary: { main: '#1f5493' },
  secondary: { main: '#5c5c5c' },
  background: { default: '#f5f5f5', paper: '#ffffff' },
  link: '#1f5493',
  linkHover: '#163a66',
  navigation,
};

export const darkPalette = {
  ...palettes.dark,
  primary: { main: '#9cc9ff' },
  secondary: { main: '#c4c4c4' },
  background: { default: '#333333', paper: '#424141' },
  link: '#9cc9ff',
  linkHover: '#83b9fd',
  navigation,
};
