export { Tag, type TagTone } from './Tag';
