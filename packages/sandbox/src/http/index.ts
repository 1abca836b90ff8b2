export * from './body';
export * from './html';
export * from './listen';
