import '@testing-library/jest-dom';

// jsdom lays nothing out, so nothing ever changes its size.
class StillResizeObserver implements ResizeObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
}
globalThis.ResizeObserver ??= StillResizeObserver;

afterEach(() => sessionStorage.clear());
