/** The address that shows a picture in place, rather than downloads it. */
export const inlineUrl = (url: string) => `${url}${url.includes('?') ? '&' : '?'}inline=1`;
