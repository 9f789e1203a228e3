export { useEventText } from './event-text';
export { useWorkflow } from './workflow';
export const priorities = ['low', 'normal', 'high', 'urgent'] as const;
