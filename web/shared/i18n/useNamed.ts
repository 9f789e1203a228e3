import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Names } from '../api/schema';
import { named } from '.';

/** Picks the reader's language out of names an admin gave in several. */
export function useNamed() {
  const { i18n } = useTranslation();
  return useCallback((names: Names | null | undefined, key?: string) => named(names, i18n.language, key), [i18n.language]);
}
