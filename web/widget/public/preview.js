// A page with nothing but the chat, for an admin to try it in.
const asked = new URLSearchParams(location.search);
const api = asked.get('api') ?? '';
const script = document.createElement('script');
script.src = 'loader.js';
script.dataset.channel = asked.get('channel') ?? '';
script.dataset.lang = asked.get('lang') ?? '';
if (api.startsWith('http') && api !== location.origin) script.dataset.api = api;
document.head.append(script);
