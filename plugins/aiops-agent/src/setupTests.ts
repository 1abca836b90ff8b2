import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// Whole pages are loaded and typed into; on a busy machine that takes longer
// than the defaults allow. Milliseconds.
jest.setTimeout(60_000);
configure({ asyncUtilTimeout: 15_000 });

// jsdom lays nothing out, so nothing ever changes its size.
class StillResizeObserver implements ResizeObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
}
globalThis.ResizeObserver ??= StillResizeObserver;

afterEach(() => sessionStorage.clear());
