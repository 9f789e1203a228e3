export { useEventText } from './event-text';
export { useWorkflow } from './workflow';
