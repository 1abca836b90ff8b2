export { FeedbackButtons, type Rate } from './FeedbackButtons';
