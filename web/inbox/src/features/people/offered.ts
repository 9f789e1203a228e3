import { useTranslation } from 'react-i18next';
import { useWorkflow } from '@/features/workflow/api';

/** What can be done to a ticket beside the workflow. */
export const offered = ['start', 'split', 'merge', 'link', 'customer'] as const;

const isOffered = (key: string): key is (typeof offered)[number] => (offered as readonly string[]).includes(key);

/** What an action is called, the workflow's or the desk's own. */
export function useActionName() {
  const { t } = useTranslation();
  const { actionName } = useWorkflow();
  return (key: string) => (isOffered(key) ? t(`offered.${key}`) : actionName(key));
}
