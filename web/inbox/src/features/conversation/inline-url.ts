import { apiUrl } from '@shared/api/place';

/** The address that shows a picture in place, rather than downloads it. */
export const inlineUrl = (url: string) => apiUrl(`${url}${url.includes('?') ? '&' : '?'}inline=1`);
