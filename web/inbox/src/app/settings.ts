import type { ComponentType } from 'react';
import type { TextKey } from '@shared/i18n';
import { withTexts } from '@shared/i18n/withTexts';
import type { IconName } from '@shared/ui/Icon';

export interface SettingsPage {
  /** Its name in the address, below /settings. */
  name: string;
  title: TextKey;
  icon: IconName;
  group: 'ways' | 'work' | 'people' | 'desk';
  /** Every agent has it; others are for admins. */
  forAll?: true;
  Screen: ComponentType;
}

/** The pages of settings, in the order people meet them. */
export const settingsPages: readonly SettingsPage[] = [
  { name: 'channels', title: 'channels.title', icon: 'inbox', group: 'ways', Screen: withTexts(() => import('./ChannelsPage')) },
  { name: 'stores', title: 'stores.title', icon: 'shop', group: 'ways', Screen: withTexts(() => import('@/features/stores/StoresScreen')) },
  { name: 'forms', title: 'forms.title', icon: 'form', group: 'ways', Screen: withTexts(() => import('@/features/forms/FormsScreen')) },
  { name: 'answers', title: 'answers.title', icon: 'reply', group: 'ways', Screen: withTexts(() => import('@/features/stores/AnswersScreen')) },
  { name: 'agents', title: 'people.title', icon: 'user', group: 'people', Screen: withTexts(() => import('@/features/people/PeopleScreen')) },
  { name: 'roles', title: 'roles.title', icon: 'key', group: 'people', Screen: withTexts(() => import('@/features/people/RolesScreen')) },
  { name: 'departments', title: 'departments.title', icon: 'users', group: 'people', Screen: withTexts(() => import('@/features/departments/DepartmentsScreen')) },
  { name: 'calendars', title: 'calendars.title', icon: 'calendar', group: 'people', Screen: withTexts(() => import('@/features/calendars/CalendarsScreen')) },
  { name: 'workflow', title: 'flow.title', icon: 'split', group: 'work', Screen: withTexts(() => import('@/features/flow/FlowScreen')) },
  { name: 'fields', title: 'fields.title', icon: 'layout', group: 'work', Screen: withTexts(() => import('@/features/fields/FieldsScreen')) },
  { name: 'sla', title: 'sla.title', icon: 'clock', group: 'work', Screen: withTexts(() => import('@/features/sla/SlaScreen')) },
  { name: 'rules', title: 'rules.title', icon: 'bolt', group: 'work', Screen: withTexts(() => import('@/features/rules/RulesScreen')) },
  { name: 'replies', title: 'replies.title', icon: 'chat', group: 'work', forAll: true, Screen: withTexts(() => import('@/features/replies/RepliesScreen')) },
  { name: 'labels', title: 'labels.title', icon: 'tag', group: 'work', Screen: withTexts(() => import('@/features/labels/LabelsScreen')) },
  { name: 'spam', title: 'spam.title', icon: 'shield', group: 'work', Screen: withTexts(() => import('@/features/spam/SpamScreen')) },
  { name: 'deliverability', title: 'deliverability.title', icon: 'checks', group: 'desk', Screen: withTexts(() => import('@/features/deliverability/DeliverabilityScreen')) },
  { name: 'health', title: 'health.title', icon: 'pulse', group: 'desk', Screen: withTexts(() => import('@/features/health/HealthScreen')) },
];

/** The pages an agent of this role can open. */
export const pagesFor = (role: string) => settingsPages.filter(({ forAll }) => role === 'admin' || forAll === true);

export const settingsPath = (name: string) => `/settings/${name}`;
