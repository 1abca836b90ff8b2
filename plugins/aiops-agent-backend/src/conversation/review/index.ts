export { DatabaseUnderstoodStore } from './DatabaseUnderstoodStore';
export { Review } from './Review';
