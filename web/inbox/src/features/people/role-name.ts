import { useTranslation } from 'react-i18next';
import type { Role } from '@shared/api/schema';

/** What a role is called: those every desk has in the reader's language, others as their admin named them. */
export function useRoleName() {
  const { t } = useTranslation();
  return (role: Pick<Role, 'id' | 'name'>) => (role.id === 'admin' || role.id === 'agent' ? t(`roleName.${role.id}`) : role.name);
}
