export { useActions } from './useActions';
export { useChange } from './useChange';
export { useChangeSignal } from './useChangeSignal';
export { useFocusFirstField } from './useFocusFirstField';
export { sees, useLevel } from './useLevel';
export { useLinks } from './useLinks';
export { useLoad } from './useLoad';
export { useSentence } from './useSentence';
export { useThing } from './useThing';
