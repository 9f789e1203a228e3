import { createContext } from 'react';
import type { Attachment } from '@shared/api/schema';

/** The pictures of a conversation in the order they came, through which a preview goes on. */
export const Gallery = createContext<Attachment[]>([]);
