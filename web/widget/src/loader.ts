import { storeKey, type Config, type Panel } from './shared';

declare const __PANEL__: string;

const script = document.currentScript as HTMLScriptElement | null;

/** The button of the chat: drawn when the page has nothing better to do, in a shadow root of its own. The panel comes with the first use. */
function load(script: HTMLScriptElement) {
  const { channel = '', api = new URL(script.src).origin, lang, theme = '' } = script.dataset;
  const language = (lang ?? (document.documentElement.lang || navigator.language)).slice(0, 2).toLowerCase();
  let panel: Promise<Panel> | undefined;
  let start: (() => Promise<Panel>) | undefined;
  const waiting: ((panel: Panel) => void)[] = [];
  const tell = (what: (panel: Panel) => void) => {
    if (start) void (panel ??= start()).then(what, () => (panel = undefined));
    else waiting.push(what);
  };
  window.HelpdeskMx = {
    open: () => tell((p) => p.open()),
    close: () => tell((p) => p.close()),
    identify: (token) => tell((p) => p.identify(token)),
  };

  const draw = (config: Config) => {
    const host = document.createElement('div');
    host.style.cssText = 'all:initial;position:fixed;z-index:2147483000;inset:auto 0 0 auto;width:0;height:0';
    const root = host.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      `.launch{all:unset;box-sizing:border-box;position:fixed;bottom:20px;${config.position}:20px;width:56px;height:56px;border-radius:50%;background:${config.color};cursor:pointer;display:grid;place-items:center;box-shadow:0 4px 16px #0004}` +
        '.launch:focus-visible{outline:3px solid #fff;box-shadow:0 0 0 6px #1a1a1a}.launch svg{width:26px;height:26px;fill:#fff;stroke:#0003;stroke-width:.4}' +
        '.launch b{position:absolute;top:-4px;right:-4px;min-width:20px;padding:0 5px;box-sizing:border-box;border-radius:10px;background:#c81e1e;color:#fff;font:600 12px/20px system-ui,sans-serif;text-align:center}b:empty{display:none}',
    );
    root.adoptedStyleSheets = [sheet];
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'launch';
    button.setAttribute('aria-label', config.texts.open ?? 'Chat');
    button.setAttribute('aria-expanded', 'false');
    button.innerHTML = '<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M4 3h16a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2h-8l-5 4.5V17H4a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2z"/></svg><b></b>';
    button.onclick = () => tell((p) => p.toggle());
    root.append(button);
    document.body.append(host);

    start = () =>
      new Promise<Panel>((done, failed) => {
        const made = document.createElement('script');
        made.src = new URL(__PANEL__, script.src).href;
        // Each step a task of its own, so that the page gets its turn between them.
        made.onload = () =>
          setTimeout(() => {
            if (!window.helpdeskMxPanel) return failed(new Error('empty'));
            const panel = window.helpdeskMxPanel({ api, channel, theme, config, root, button });
            setTimeout(() => done(panel));
          });
        made.onerror = () => {
          made.remove();
          failed(new Error('unreachable'));
        };
        document.head.append(made);
      });
    waiting.splice(0).forEach(tell);
    // Somebody who has written before hears of answers without opening anything.
    let talks = false;
    try {
      talks = localStorage.getItem(storeKey(channel)) !== null;
    } catch {
      // A page that may not store anything forgets its visitors.
    }
    if (talks) tell(() => undefined);
  };

  const begin = () =>
    void fetch(`${api}/api/chat/${encodeURIComponent(channel)}/config?lang=${language}`, { credentials: 'omit' })
      .then((answer) => (answer.ok ? (answer.json() as Promise<Config>) : undefined))
      .then((config) => config && draw(config))
      .catch(() => undefined);
  const idle = () => ('requestIdleCallback' in window ? requestIdleCallback(begin, { timeout: 3000 }) : setTimeout(begin, 200));
  if (document.readyState === 'complete') idle();
  else addEventListener('load', idle);
}

if (script && !window.HelpdeskMx) load(script);
